package com.taskmaster.tasks.limit;

import java.time.Duration;

/** A request that may succeed later. */
public abstract sealed class RetryLater extends RuntimeException permits Busy, RateLimitExceeded {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    RetryLater(String message, Duration retryAfter) {
        super(message);
        this.retryAfter = retryAfter;
    }

    /** How long to wait before retrying; whole seconds, at least one. */
    public final Duration retryAfter() {
        return retryAfter;
    }
}
