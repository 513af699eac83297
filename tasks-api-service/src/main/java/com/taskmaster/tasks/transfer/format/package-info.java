/** What all file formats have in common: rows that can be read or are refused, and the reasons. */
package com.taskmaster.tasks.transfer.format;
