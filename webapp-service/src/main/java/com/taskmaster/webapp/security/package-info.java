/** What protects every page: headers, cookies, and no change from another origin or for somebody else. */
package com.taskmaster.webapp.security;
