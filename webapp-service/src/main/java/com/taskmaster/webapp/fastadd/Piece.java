package com.taskmaster.webapp.fastadd;

/**
 * Recognized words, which are not part of the title.
 *
 * @param words as typed
 * @param start the index in the input, in UTF-16 code units
 * @param end the index after the last character
 */
public record Piece(Kind kind, String words, int start, int end) {

    /** The kinds of information about a task. */
    public enum Kind {
        DATE,
        TIME,
        REPEAT,
        PRIORITY,
        TAG,
        LIST
    }
}
