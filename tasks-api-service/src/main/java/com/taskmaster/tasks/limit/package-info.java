/** How much of this service one user may take, and all of them: requests, memory, imports. */
package com.taskmaster.tasks.limit;
