/** Import and export of tasks as CSV, iCalendar and JSON. */
package com.taskmaster.tasks.transfer;
