package com.taskmaster.tasks.limit;

import java.time.Duration;

/** This instance has enough to do of one kind, whoever asks for more. */
public final class Busy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    Busy(String message, Duration retryAfter) {
        super(message);
        this.retryAfter = retryAfter;
    }

    /** When it may be worth to ask again; whole seconds, at least one. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
