/** Error pages, and how to proceed from them. */
package com.taskmaster.webapp.error;
