/** The user-defined order of tasks and lists. */
package com.taskmaster.tasks.order;
