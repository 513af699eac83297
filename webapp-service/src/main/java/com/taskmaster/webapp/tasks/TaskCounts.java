package com.taskmaster.webapp.tasks;

/** How many tasks there are, of which a page shows a part. */
record TaskCounts(int open, int completed) {}
