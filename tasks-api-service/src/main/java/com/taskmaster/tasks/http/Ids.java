package com.taskmaster.tasks.http;

import java.util.UUID;

/** Identifiers as callers write them (RFC 9562 §4). */
public final class Ids {

    private Ids() {}

    /**
     * An identifier in full: Java also reads {@code 1-1-1-1-1}.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static UUID parse(String text) {
        var id = UUID.fromString(text);
        if (!id.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException(text);
        }
        return id;
    }
}
