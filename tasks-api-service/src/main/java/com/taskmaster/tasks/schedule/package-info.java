/** When a task is due, and how it comes back. */
package com.taskmaster.tasks.schedule;
