package com.taskmaster.tasks.problem;

import java.io.IOException;
import java.util.stream.Stream;

/** Tells a token that is bad from keys that could not be read. */
final class ProviderOutage {

    private ProviderOutage() {}

    static boolean isCauseOf(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(IOException.class::isInstance);
    }
}
