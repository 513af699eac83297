package com.taskmaster.webapp.board;

import java.util.Optional;

/**
 * The part of a filter's tasks that a page shows.
 *
 * @param cursor where the previous part ended; {@code null}: the first part
 * @param rows the number of rows; more than usual after a script has loaded several parts
 */
record Part(String cursor, int rows) {

    static final int USUAL = 50;

    /** Makes a page of a few megabytes. */
    private static final int MOST = 1_000;

    static final Part FIRST = behind(null);

    static Part behind(String cursor) {
        return new Part(cursor, USUAL);
    }

    /** Parses the URL parameter and limits it to the allowed range. */
    static Optional<Integer> rows(String value) {
        try {
            return Optional.of(Math.max(USUAL, Math.min(MOST, Integer.parseInt(value))));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
