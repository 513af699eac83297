/** Sign-out by the user or the provider. */
package com.taskmaster.webapp.signout;
