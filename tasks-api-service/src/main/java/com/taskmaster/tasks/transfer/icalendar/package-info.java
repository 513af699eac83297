/** Tasks as the VTODO components of an iCalendar object (RFC 5545). */
package com.taskmaster.tasks.transfer.icalendar;
