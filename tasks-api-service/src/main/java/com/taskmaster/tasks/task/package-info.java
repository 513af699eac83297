/** Tasks: model, persistence and resources. */
package com.taskmaster.tasks.task;
