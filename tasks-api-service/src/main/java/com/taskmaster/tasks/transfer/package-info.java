/** Taking tasks out and bringing them in: CSV, iCalendar and JSON. */
package com.taskmaster.tasks.transfer;
