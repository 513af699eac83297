package com.taskmaster.tasks.problem;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Transactional;

/**
 * Does again what the database has ended for the sake of another request: it has done nothing, and its body is in memory.
 * Around the transaction, which begins anew each time.
 */
@Transactional
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
class DeadlockInterceptor {

    /** A second one for the same request is rare, and a third tells of more than chance. */
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
