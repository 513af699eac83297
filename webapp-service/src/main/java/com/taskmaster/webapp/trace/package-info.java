/** Traces: the id shared by pages and logs, what spans reveal, and which traces are exported. */
package com.taskmaster.webapp.trace;
