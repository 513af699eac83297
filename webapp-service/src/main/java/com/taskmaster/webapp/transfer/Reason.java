package com.taskmaster.webapp.transfer;

import java.util.Locale;
import java.util.stream.Stream;

/** Why a row was rejected, by the Tasks API's code. The message bundle has a text for each name. */
public enum Reason {
    BLANK,
    TITLE_TOO_LONG,
    NOTES_TOO_LONG,
    LIST_TOO_LONG,
    STEP_TOO_LONG,
    RULE_TOO_LONG,
    TOO_MANY_TAGS,
    TOO_MANY_STEPS,
    TOO_MANY_LISTS,
    TOO_MANY,
    CONTROL_CHARACTERS,
    UNICODE,
    TAG,
    YEAR,
    ZONE,
    TIME_AND_ZONE,
    RULE,
    OUT_OF_RANGE,
    DATE,
    TIME,
    INSTANT,
    NUMBER,
    PRIORITY,
    REPEAT_FROM,
    TEXT,
    TRUE_OR_FALSE,
    ARRAY,
    OBJECT,
    UNKNOWN,
    NOT_UNDERSTOOD,
    TOO_LONG,
    NOT_UTF8,
    NO_COLUMNS,
    UNKNOWN_COLUMN,
    COLUMN_TWICE,
    NO_TITLE_COLUMN,
    OTHER_COLUMNS,
    OPEN_QUOTE,
    BEHIND_QUOTE,
    STEPS,
    NO_JSON,
    NO_ARRAY,
    BEHIND_ARRAY,
    NAME_TWICE,
    TOO_DEEP,
    VALUE_TOO_LONG,
    NO_CALENDAR,
    OPEN_CALENDAR,
    OPEN_TODO,
    CALENDAR_LINE,
    CALENDAR_ENCODING,
    CALENDAR_TIME,
    DURATION,
    BESIDE_RULE,
    CALENDAR_INSTANT,
    PRIORITY_NUMBER,
    STATUS,
    COMPLETED_WHEN;

    /** @return {@code null} if there is no translation: the Tasks API is newer, or the report predates the codes */
    static Reason of(String code) {
        return Stream.of(values())
                .filter(reason -> reason.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
