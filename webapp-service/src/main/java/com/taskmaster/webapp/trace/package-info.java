/** The id by which people and logs name the same request, what spans tell of it, and whether they are exported. */
package com.taskmaster.webapp.trace;
