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
    OPEN_QUOTE("has a quote that is never closed"),
    TEXT("must be a text"),
    TRUE_OR_FALSE("must be true or false"),
    ARRAY("must be an array"),
    OBJECT("must be an object"),
    REPEAT_FROM("must be one of: due, completion"),
    UNKNOWN("is not known"),
    NOT_UNDERSTOOD("is not understood"),
    RULE("must be a recurrence rule of RFC 5545 that repeats daily, weekly, monthly or yearly"),
    ZONE("must be an IANA time zone, like Europe/Berlin"),
    TIME_AND_ZONE("must have both a time and a zone, or neither"),
    UNICODE("must be Unicode text without NUL"),
    STEPS("must be lines that begin with [ ] or [x]"),
    NO_COLUMNS("must name the columns, and the file is empty"),
    OTHER_COLUMNS("has # cells where the header has #"),
    BEHIND_QUOTE("has a quoted cell with something behind its quote"),
    PRIORITY_NUMBER("must be a number from 0 to 9"),
    STATUS("must be NEEDS-ACTION, IN-PROCESS or COMPLETED"),
    COMPLETED_WHEN("must say when the task was completed"),
    CALENDAR_TIME("must be a date or a date and time, like 20261224T170000"),
    CALENDAR_INSTANT("must be a date and time in UTC, like 20261224T170000Z"),
    CALENDAR_LINE("has a line that is not of the form NAME:value"),
    OPEN_TODO("has no END:VTODO"),
    OPEN_CALENDAR("is the end of a file that has no END:VCALENDAR"),
    BEHIND_ARRAY("goes on behind the end of the array"),
    TOO_DEEP("is nested deeper than # levels"),
    TOO_LONG("is longer than # bytes"),
    VALUE_TOO_LONG("has a text longer than # bytes, or a number longer than # digits"),
    NOT_UTF8("is not UTF-8");

    /** As the Tasks API has them; {@code #} stands for a number that does not matter. */
    private final String words;

    Reason(String words) {
        this.words = words;
    }

    /** @return {@code null} if it is none of these */
    static Reason of(String words) {
        var withoutNumbers = words.replaceAll("\\d[\\d,]*", "#");
        return Arrays.stream(values())
                .filter(reason -> reason.words.equals(words) || reason.words.equals(withoutNumbers))
                .findFirst()
                .orElse(null);
    }
}
