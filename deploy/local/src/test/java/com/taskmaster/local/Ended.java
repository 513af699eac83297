package com.taskmaster.local;

/** What a command wrote, and how it ended. */
record Ended(int exitCode, String output) {

    String orFail() {
        if (exitCode != 0) {
            throw new AssertionError("Exit code " + exitCode + ": " + output);
        }
        return output;
    }
}
