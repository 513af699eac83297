/** Protects every page: security headers, cookies, and checks of a request's origin and user. */
package com.taskmaster.webapp.security;
