/** Exports tasks to a file, and imports them with a preview and an undo. */
package com.taskmaster.webapp.transfer;
