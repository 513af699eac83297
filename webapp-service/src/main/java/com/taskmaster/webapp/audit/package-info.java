/** What happened to whose sign-in, for those who have to account for it. */
package com.taskmaster.webapp.audit;
