package com.taskmaster.tasks.http;

import java.util.UUID;

/** Parses identifiers (RFC 9562 §4). */
public final class Ids {

    private Ids() {}

    /**
     * Parses a UUID in its full form only: Java also accepts {@code 1-1-1-1-1}.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    public static UUID parse(String text) {
        var id = UUID.fromString(text);
        if (!id.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException(text);
        }
        return id;
    }
}
