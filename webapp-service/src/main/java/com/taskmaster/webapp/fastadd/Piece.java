package com.taskmaster.webapp.fastadd;

/**
 * Words of the input that were understood, and are no part of the title.
 *
 * @param words as they were typed
 * @param start where they begin in the input, in UTF-16 units
 * @param end where they end, exclusively
 */
public record Piece(Kind kind, String words, int start, int end) {

    /** What words can say about a task. */
    public enum Kind {
        DATE,
        TIME,
        REPEAT,
        PRIORITY,
        TAG,
        LIST
    }
}
