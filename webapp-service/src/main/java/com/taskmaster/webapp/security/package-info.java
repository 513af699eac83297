/** What protects every page: security headers, and no change from another origin. */
package com.taskmaster.webapp.security;
