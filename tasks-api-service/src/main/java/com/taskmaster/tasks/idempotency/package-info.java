/** A request that is sent again after a lost answer does not happen again. */
package com.taskmaster.tasks.idempotency;
