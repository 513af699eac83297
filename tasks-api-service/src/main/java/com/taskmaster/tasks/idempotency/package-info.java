/** Idempotency keys: a request repeated after a lost response is not processed again. */
package com.taskmaster.tasks.idempotency;
