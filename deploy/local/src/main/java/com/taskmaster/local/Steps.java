package com.taskmaster.local;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Supplier;

/** Prints the name of each step when it begins, and its duration in seconds when it ends. */
public final class Steps {

    private final PrintStream out;

    public Steps(PrintStream out) {
        this.out = out;
    }

    <T> T take(String name, Supplier<T> step) {
        var begin = Instant.now();
        out.printf("  %-28s", name);
        out.flush();
        try {
            var result = step.get();
            var seconds = Duration.between(begin, Instant.now()).toMillis() / 1000.0;
            out.printf(Locale.ROOT, "%5.1f s%n", seconds);
            return result;
        } catch (RuntimeException e) {
            out.println("failed");
            throw e;
        }
    }

    void take(String name, Runnable step) {
        take(name, () -> {
            step.run();
            return null;
        });
    }
}
