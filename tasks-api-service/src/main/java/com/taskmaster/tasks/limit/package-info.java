/** Limits on requests, memory and imports, for one user and for all. */
package com.taskmaster.tasks.limit;
