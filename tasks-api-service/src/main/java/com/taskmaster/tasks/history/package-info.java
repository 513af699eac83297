/** The history of a task: which fields changed, their old and new values, when, and through which client. */
package com.taskmaster.tasks.history;
