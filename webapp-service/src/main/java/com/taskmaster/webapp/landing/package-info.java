/** The public front page: it needs no sign-in and no provider. */
package com.taskmaster.webapp.landing;
