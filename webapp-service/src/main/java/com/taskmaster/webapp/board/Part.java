package com.taskmaster.webapp.board;

import java.util.Optional;

/**
 * Which of the tasks that a filter finds are on the page: so many, from where the part before has ended.
 *
 * @param cursor where that was; {@code null}: from the top
 * @param rows how many: as many as a script shows, because it has read part by part
 */
record Part(String cursor, int rows) {

    static final int USUAL = 50;

    /** What a page of a few megabytes holds. */
    private static final int MOST = 1_000;

    static final Part FIRST = behind(null);

    static Part behind(String cursor) {
        return new Part(cursor, USUAL);
    }

    /** As an address names them. */
    static Optional<Integer> rows(String value) {
        try {
            return Optional.of(Math.max(USUAL, Math.min(MOST, Integer.parseInt(value))));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
