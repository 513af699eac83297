/** Maps each kind of failure to a page. */
package com.taskmaster.webapp.failure;
