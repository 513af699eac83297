package com.taskmaster.tasks.limit;

import java.time.Duration;

/** An owner of tasks asked for more than it may have at once. */
public final class RateLimitExceeded extends RetryLater {

    private static final long serialVersionUID = 1L;

    RateLimitExceeded(String message, Duration retryAfter) {
        super(message, retryAfter);
    }
}
