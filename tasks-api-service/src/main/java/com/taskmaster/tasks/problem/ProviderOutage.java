package com.taskmaster.tasks.problem;

import java.io.IOException;
import java.util.stream.Stream;

/** Tells invalid tokens from keys that could not be fetched. */
final class ProviderOutage {

    private ProviderOutage() {}

    static boolean isCauseOf(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(IOException.class::isInstance);
    }
}
