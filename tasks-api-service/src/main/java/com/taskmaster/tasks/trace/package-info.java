/** What traces record of requests, and which of them are exported. */
package com.taskmaster.tasks.trace;
