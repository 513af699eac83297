/** Request bodies, limited in size and time and buffered before an operation takes a thread. */
package com.taskmaster.tasks.body;
