/** The authorization code flow: authorization requests, responses and client authentication. */
package com.taskmaster.webapp.signin;
