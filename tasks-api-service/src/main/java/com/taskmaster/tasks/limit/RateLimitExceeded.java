package com.taskmaster.tasks.limit;

import java.time.Duration;

/** An owner of tasks asked for more than it may have at once. */
public final class RateLimitExceeded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    RateLimitExceeded(String message, Duration retryAfter) {
        super(message);
        this.retryAfter = retryAfter;
    }

    /** When the next request may be let in; whole seconds, at least one. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
