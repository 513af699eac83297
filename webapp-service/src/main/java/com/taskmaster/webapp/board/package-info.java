/** The pages that show many tasks, and the actions on them. */
package com.taskmaster.webapp.board;
