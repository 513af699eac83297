/** Beginning, completing and ending a sign-in with the OpenID provider. */
package com.taskmaster.webapp.signin;
