package com.taskmaster.webapp.fastadd;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;

/** Parses lines as typed in Berlin on Saturday, 21 November 2026, at ten in the morning. */
final class Typed {

    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final ZonedDateTime NOW = LocalDateTime.parse("2026-11-21T10:00").atZone(BERLIN);

    private Typed() {}

    static FastAdd english(String text) {
        return FastAdd.parse(text, Locale.UK, NOW);
    }

    static FastAdd german(String text) {
        return FastAdd.parse(text, Locale.GERMANY, NOW);
    }

    static FastAdd at(String localDateTime, String text) {
        return FastAdd.parse(text, Locale.US, LocalDateTime.parse(localDateTime).atZone(BERLIN));
    }
}
