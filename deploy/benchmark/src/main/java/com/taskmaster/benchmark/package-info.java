/** How many requests the Tasks API answers among two million tasks, and how many there could be at most. */
package com.taskmaster.benchmark;
