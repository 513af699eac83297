/** How many requests a user may make. */
package com.taskmaster.tasks.limit;
