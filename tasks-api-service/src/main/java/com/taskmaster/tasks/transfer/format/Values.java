package com.taskmaster.tasks.transfer.format;

import com.taskmaster.tasks.schedule.Repeat;
import com.taskmaster.tasks.task.Priority;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;

/** Parses typed values, or fails with the reason; {@code null} stays {@code null}. */
public final class Values {

    private static final DateTimeFormatter HOURS_AND_MINUTES = DateTimeFormatter.ofPattern("HH:mm[:ss]");

    private Values() {}

    public static LocalDate date(String field, String text) throws Unreadable {
        return value(field, text, LocalDate::parse, Reason.DATE);
    }

    public static LocalTime time(String field, String text) throws Unreadable {
        return value(field, text, time -> LocalTime.parse(time, HOURS_AND_MINUTES), Reason.TIME);
    }

    public static Instant instant(String field, String text) throws Unreadable {
        return value(field, text, Instant::parse, Reason.INSTANT);
    }

    /** A finite decimal number; Java also accepts forms like {@code 0x1p3} and {@code NaN}. */
    public static Double number(String field, String text) throws Unreadable {
        return value(field, text, Values::number, Reason.NUMBER);
    }

    public static Priority priority(String field, String text) throws Unreadable {
        return value(field, text, word -> Priority.valueOf(word.toUpperCase(Locale.ROOT)), Reason.PRIORITY);
    }

    public static Repeat.From repeatFrom(String field, String text) throws Unreadable {
        return value(field, text, word -> Repeat.From.valueOf(word.toUpperCase(Locale.ROOT)), Reason.REPEAT_FROM);
    }

    public static <T> T value(String field, String text, Function<String, T> parse, Reason expected) throws Unreadable {
        try {
            return text == null ? null : parse.apply(text.strip());
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new Unreadable(field, expected);
        }
    }

    private static Double number(String text) {
        if (!text.matches("[+-]?\\d{1,400}(\\.\\d{1,400})?([eE][+-]?\\d{1,3})?")) {
            throw new NumberFormatException();
        }
        var number = Double.valueOf(text);
        if (number.isInfinite()) {
            throw new NumberFormatException();
        }
        return number;
    }
}
