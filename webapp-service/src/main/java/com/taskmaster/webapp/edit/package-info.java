/** The page of one task, to read and to change all of it. */
package com.taskmaster.webapp.edit;
