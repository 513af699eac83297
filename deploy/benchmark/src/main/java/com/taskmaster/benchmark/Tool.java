package com.taskmaster.benchmark;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Runs a program installed on this machine. */
final class Tool {

    private Tool() {}

    /** @return the program's output */
    static String run(List<String> command, Map<String, String> environment) throws IOException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = start(builder);
        var output = new String(process.getInputStream().readAllBytes());
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command.get(0) + " failed: " + output);
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
        return output;
    }

    private static Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new IllegalStateException(
                    builder.command().get(0) + " is not installed; the benchmark's page says what is needed", e);
        }
    }
}
