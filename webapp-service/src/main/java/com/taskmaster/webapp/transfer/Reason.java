package com.taskmaster.webapp.transfer;

import java.util.Arrays;

/**
 * Why a row was refused, as far as there are words for it in each language here; the Tasks API speaks English alone. The
 * texts are in the message bundle under its name.
 */
public enum Reason {
    BLANK("must not be blank"),
    TITLE_TOO_LONG("size must be between 0 and 500"),
    NOTES_TOO_LONG("size must be between 0 and 20000"),
    LIST_TOO_LONG("size must be between 0 and 100"),
    CONTROL_CHARACTERS("must not contain control characters"),
    DATE("must be a date, like 2026-12-24"),
    TIME("must be a time, like 17:00"),
    INSTANT("must be a date and time with its offset, like 2026-12-24T17:00:00Z"),
    NUMBER("must be a number, like -1.5"),
    PRIORITY("must be one of: none, low, medium, high"),
    TAG("must have 1 to 50 characters, no comma, and no space at its ends"),
    YEAR("must be from 1900 to 2999"),
    TOO_MANY("is one too many: 100,000 tasks are the most at once"),
    NO_JSON("is not JSON"),
    NO_ARRAY("must begin an array of tasks"),
    NO_CALENDAR("must be BEGIN:VCALENDAR"),
    OPEN_QUOTE("has a quote that is never closed");

    private final String words;

    Reason(String words) {
        this.words = words;
    }

    /** @return {@code null} if it is none of these */
    static Reason of(String words) {
        return Arrays.stream(values())
                .filter(reason -> reason.words.equals(words))
                .findFirst()
                .orElse(null);
    }
}
