package com.taskmaster.tasks.security;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Runs after the scope check, before validation and any transaction. */
@RecentSignIn
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
class RecentSignInInterceptor {

    private final StepUp stepUp;

    RecentSignInInterceptor(StepUp stepUp) {
        this.stepUp = stepUp;
    }

    @AroundInvoke
    Object stepUpFirst(InvocationContext call) throws Exception {
        stepUp.require();
        return call.proceed();
    }
}
