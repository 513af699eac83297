/** Taking back what was just done, for a short while. */
package com.taskmaster.webapp.undo;
