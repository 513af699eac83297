/** Histogram buckets for HTTP latencies. */
package com.taskmaster.tasks.metric;
