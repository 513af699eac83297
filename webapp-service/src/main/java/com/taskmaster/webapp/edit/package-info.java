/** The page of one task: everything about it, to read and to change. */
package com.taskmaster.webapp.edit;
