/** Due dates and repetition. */
package com.taskmaster.tasks.schedule;
