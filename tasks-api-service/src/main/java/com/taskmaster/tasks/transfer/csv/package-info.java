/** Tasks as comma-separated values (RFC 4180). */
package com.taskmaster.tasks.transfer.csv;
