/** The tasks of the signed-in user, from the Tasks API. */
package com.taskmaster.webapp.tasks;
