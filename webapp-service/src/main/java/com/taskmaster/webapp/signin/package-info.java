/** The authorization code flow: asking the OpenID provider who somebody is, and taking its answer. */
package com.taskmaster.webapp.signin;
