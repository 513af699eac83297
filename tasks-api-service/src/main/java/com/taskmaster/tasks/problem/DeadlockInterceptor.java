package com.taskmaster.tasks.problem;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Transactional;

/**
 * Retries a request that the database aborted to resolve a deadlock: nothing of it was stored, and its body is in memory.
 * Wraps the transaction, so that each attempt has its own.
 */
@Transactional
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
class DeadlockInterceptor {

    /** A second deadlock of the same request is rare, and a third is no coincidence. */
    private static final int MOST_ATTEMPTS = 3;

    @AroundInvoke
    Object again(InvocationContext call) throws Exception {
        for (var attempt = 1; attempt < MOST_ATTEMPTS; attempt++) {
            try {
                return call.proceed();
            } catch (Exception e) {
                if (!DatabaseFailure.isDeadlock(e)) {
                    throw e;
                }
            }
        }
        return call.proceed();
    }
}
