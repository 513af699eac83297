package com.taskmaster.local;

import java.io.IOException;
import java.io.UncheckedIOException;

/** What a command wrote, and how it ended. */
record Ended(int exitCode, String output) {

    /** Runs the command to its end. */
    static Ended of(ProcessBuilder command) {
        try {
            var process = command.redirectErrorStream(true).start();
            var output = new String(process.getInputStream().readAllBytes());
            return new Ended(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    String orFail() {
        if (exitCode != 0) {
            throw new AssertionError("Exit code " + exitCode + ": " + output);
        }
        return output;
    }
}
