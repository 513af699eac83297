/** Bodies of requests are complete, within limits of size and time, before a thread works on them. */
package com.taskmaster.tasks.body;
