/** What changed in a task, from what to what, when, and through which client. */
package com.taskmaster.tasks.history;
