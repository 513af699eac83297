/** The trace id, by which people and logs name the same request. */
package com.taskmaster.webapp.trace;
