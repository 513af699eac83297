package com.taskmaster.tasks.limit;

import java.time.Duration;

/** What was asked for may well be done, but not now. */
public abstract sealed class RetryLater extends RuntimeException permits Busy, RateLimitExceeded {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    RetryLater(String message, Duration retryAfter) {
        super(message);
        this.retryAfter = retryAfter;
    }

    /** When it may be worth to ask again; whole seconds, at least one. */
    public final Duration retryAfter() {
        return retryAfter;
    }
}
