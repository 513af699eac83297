/** Bulk changes in one transaction. */
package com.taskmaster.tasks.bulk;
