/** Keeps secrets out of the log. */
package com.taskmaster.webapp.log;
