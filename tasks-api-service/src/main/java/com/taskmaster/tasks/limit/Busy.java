package com.taskmaster.tasks.limit;

import java.time.Duration;

/** This instance has reached a limit, whoever the caller is. */
public final class Busy extends RetryLater {

    private static final long serialVersionUID = 1L;

    Busy(String message, Duration retryAfter) {
        super(message, retryAfter);
    }
}
