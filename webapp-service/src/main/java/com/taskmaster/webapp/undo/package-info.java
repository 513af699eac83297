/** Undoes the last action, for a short time. */
package com.taskmaster.webapp.undo;
