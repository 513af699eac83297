package com.taskmaster.tasks.limit;

import java.time.Duration;

/** An owner has exceeded a limit of its own. */
public final class RateLimitExceeded extends RetryLater {

    private static final long serialVersionUID = 1L;

    RateLimitExceeded(String message, Duration retryAfter) {
        super(message, retryAfter);
    }
}
