package com.taskmaster.tasks.limit;

import java.time.Duration;

/** An owner of tasks made more requests than it may. */
public final class RateLimitExceeded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    RateLimitExceeded(Duration retryAfter) {
        super("Too many requests were made in the name of this user; the next is welcome in " + retryAfter.toSeconds()
                + " s");
        this.retryAfter = retryAfter;
    }

    /** When the next request will be let in; whole seconds, at least one. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
