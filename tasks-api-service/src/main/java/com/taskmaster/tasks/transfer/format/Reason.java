package com.taskmaster.tasks.transfer.format;

import com.taskmaster.tasks.http.FieldCode;
import jakarta.validation.ConstraintViolation;
import java.util.Locale;
import java.util.stream.Stream;

/** Why a row is rejected: a stable code for programs and translations, and words for people. */
public enum Reason {
    /* Violations of a task's or list name's constraints, which have their own messages. */
    BLANK,
    TITLE_TOO_LONG,
    NOTES_TOO_LONG,
    LIST_TOO_LONG,
    STEP_TOO_LONG,
    RULE_TOO_LONG,
    TOO_MANY_TAGS,
    TOO_MANY_STEPS,
    CONTROL_CHARACTERS,
    UNICODE,
    TAG,
    ZONE,
    TIME_AND_ZONE,
    RULE,
    OUT_OF_RANGE,

    YEAR("must be from 1900 to 2999"),
    TOO_MANY_LISTS("exceeds the limit of %,d lists"),
    TOO_MANY("exceeds the limit of %,d tasks at once"),

    DATE("must be a date, like 2026-12-24"),
    TIME("must be a time, like 17:00"),
    INSTANT("must be a date and time with its offset, like 2026-12-24T17:00:00Z"),
    NUMBER("must be a number, like -1.5"),
    PRIORITY("must be one of: none, low, medium, high"),
    REPEAT_FROM("must be one of: due, completion"),
    TEXT("must be a string"),
    TRUE_OR_FALSE("must be true or false"),
    ARRAY("must be an array"),
    OBJECT("must be an object"),
    UNKNOWN("is not known"),
    NOT_UNDERSTOOD("cannot be read"),
    TOO_LONG("is longer than %,d bytes"),
    NOT_UTF8("is not UTF-8"),

    NO_COLUMNS("must name the columns, but the file is empty"),
    UNKNOWN_COLUMN("is not the name of a column"),
    COLUMN_TWICE("names a column twice"),
    NO_TITLE_COLUMN("is the name of a column that is missing"),
    OTHER_COLUMNS("has %d cells where the header has %d"),
    OPEN_QUOTE("has a quote that is never closed"),
    BEHIND_QUOTE("has text after a closing quote"),
    STEPS("must be lines that begin with [ ] or [x]"),

    NO_JSON("is not JSON"),
    NO_ARRAY("must begin an array of tasks"),
    BEHIND_ARRAY("continues after the end of the array"),
    NAME_TWICE("is a duplicate name"),
    TOO_DEEP("is nested deeper than %d levels"),
    VALUE_TOO_LONG("has a text longer than %,d bytes, or a number longer than %,d digits"),

    NO_CALENDAR("must be BEGIN:VCALENDAR"),
    OPEN_CALENDAR("is the end of a file that has no END:VCALENDAR"),
    OPEN_TODO("has no END:VTODO"),
    CALENDAR_LINE("has a line that is not of the form NAME:value"),
    CALENDAR_ENCODING("has a line whose ENCODING or CHARSET cannot be decoded"),
    CALENDAR_TIME("must be a date or a date and time, like 20261224T170000"),
    DURATION("must be a duration from the start, like P1D or, where that has a time, PT1H30M"),
    BESIDE_RULE("adds or excludes dates of a repetition, which tasks do not support"),
    CALENDAR_INSTANT("must be a date and time in UTC, like 20261224T170000Z"),
    PRIORITY_NUMBER("must be a number from 0 to 9"),
    STATUS("must be NEEDS-ACTION, IN-PROCESS or COMPLETED"),
    COMPLETED_WHEN("must say when the task was completed");

    private final String words;

    Reason() {
        this("");
    }

    Reason(String words) {
        this.words = words;
    }

    /** The reason for a constraint violation of a task or list name. */
    public static Reason of(ConstraintViolation<?> violation) {
        return FieldCode.of(violation)
                .flatMap(code -> Stream.of(values())
                        .filter(reason -> reason.code().equals(code.code()))
                        .findFirst())
                .orElse(NOT_UNDERSTOOD);
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Words to follow the field or "line 7". */
    public String words(Object... values) {
        return String.format(Locale.ROOT, words, values);
    }
}
