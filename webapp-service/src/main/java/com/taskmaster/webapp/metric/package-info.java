/** Configures the metrics. */
package com.taskmaster.webapp.metric;
