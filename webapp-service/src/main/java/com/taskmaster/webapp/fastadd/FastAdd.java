package com.taskmaster.webapp.fastadd;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;

/**
 * Parses a line like "Pay rent tomorrow 17:00 #home !high every month", in English, German or a mixture.
 *
 * <p>Dates, times and recurrences are plain words, so they may also be part of the title. They stay there after an
 * article or preposition that would be left dangling ("Buy the Sunday Times", "Rechnung vom 24.12.2026"), in quotation
 * marks, and after a backslash, which is removed. Everything else is recognized, and {@link #pieces()} shows it before
 * the task is saved. Only the first phrase of each kind counts, except for tags; later ones stay in the title. A
 * weekday is the coming one, never today. "Next" refers to the next week, which begins on Monday, and "next month" to
 * its first day. A bare day of the month counts only at the end or before punctuation, "at" or another phrase, so not
 * in "on the 3rd floor".
 *
 * <p>A part of the day has a default time, which an explicit time replaces: "tomorrow morning" is at 8:00, "Mittag" at
 * 12:00, "this afternoon" at 15:00, "tonight" and any evening at 20:00, "Nacht" at 22:00. If that time has already
 * passed today, the task is due on the whole day. A time of the night after midnight is on the next date, and midnight
 * today is the coming one.
 *
 * @param title what was not recognized, in order; if nothing would be left, the whole input, and nothing counts as
 * recognized
 * @param date {@code null}: none
 * @param time {@code null}: the whole day. A time without a date is on the next day on which it has not passed
 * @param priority {@code null}: none
 * @param tags at most 20, without duplicates, each valid for the Tasks API
 * @param list the name of a list, which need not exist; {@code null}: none
 * @param repeat a recurrence rule (RFC 5545 §3.3.10), always with a date: if none is given, its first one from today;
 * {@code null}: none
 * @param pieces what was recognized, in order
 */
public record FastAdd(
        String title,
        LocalDate date,
        LocalTime time,
        Priority priority,
        List<String> tags,
        String list,
        String repeat,
        List<Piece> pieces) {

    public FastAdd {
        tags = List.copyOf(tags);
        pieces = List.copyOf(pieces);
    }

    /**
     * Parses any text, in time linear in its length.
     *
     * @param locale its language takes precedence, and it decides whether 3/4 is in March or in April
     * @param now the user's local time
     */
    public static FastAdd parse(String text, Locale locale, ZonedDateTime now) {
        var reading = new Reading(text, new Sentence(Words.of(text)), new Grammar(locale, now));
        return reading.read(now);
    }
}
