/** Requests that are interrupted by a sign-in and resumed after it. */
package com.taskmaster.webapp.resume;
