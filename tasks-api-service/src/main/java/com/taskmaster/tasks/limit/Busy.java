package com.taskmaster.tasks.limit;

import java.time.Duration;

/** This instance has enough to do of one kind, whoever asks for more. */
public final class Busy extends RetryLater {

    private static final long serialVersionUID = 1L;

    Busy(String message, Duration retryAfter) {
        super(message, retryAfter);
    }
}
