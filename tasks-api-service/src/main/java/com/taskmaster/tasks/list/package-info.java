/** The lists that tasks are in. */
package com.taskmaster.tasks.list;
