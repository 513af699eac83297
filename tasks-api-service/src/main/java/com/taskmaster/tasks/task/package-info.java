/** Tasks: what they are, how they are kept, and how a caller reads and changes them. */
package com.taskmaster.tasks.task;
