/** How what is measured is measured. */
package com.taskmaster.webapp.metric;
