/** The public home page, which needs neither a sign-in nor the provider. */
package com.taskmaster.webapp.landing;
