/** The message bundles of the pages. */
package com.taskmaster.webapp.text;
