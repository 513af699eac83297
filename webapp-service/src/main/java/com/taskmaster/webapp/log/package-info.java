/** What gets into the log, and what must not. */
package com.taskmaster.webapp.log;
