/** The pages that show many tasks, and what can be done from there. */
package com.taskmaster.webapp.board;
