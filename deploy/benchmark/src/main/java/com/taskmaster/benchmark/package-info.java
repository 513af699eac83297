/** Measures the throughput and latency of both services with two million tasks, and their limits. */
package com.taskmaster.benchmark;
