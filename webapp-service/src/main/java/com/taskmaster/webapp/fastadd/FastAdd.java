package com.taskmaster.webapp.fastadd;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;

/**
 * What a line like "Pay rent tomorrow 17:00 #home !high every month" says, in English, German or a mixture.
 *
 * <p>Dates, times and repeats are plain words, so they can be meant for the title. They stay in it after an article or
 * a preposition that would be left behind ("Buy the Sunday Times", "Rechnung vom 24.12.2026"), in quotation marks, and
 * after a backslash, which goes. Anything else is taken: {@link #pieces()} shows it before it is saved. The first of
 * each kind counts, but for tags; what comes second stays in the title. A weekday is the coming one, never today, and
 * "next" is that of the next week, which begins on Monday; "next month" is its first day. A day of which nothing but the
 * number is said is one at the end, before punctuation, "at", or what is understood, not in "on the 3rd floor".
 *
 * <p>A part of a day is the time that is usual for it unless another one is said, which is of that part then: "tomorrow
 * morning" is at eight, "Mittag" at twelve, "this afternoon" at three, "tonight" and each evening at eight, "Nacht" at ten. Of
 * today, after that time, it is the rest of the day. What a night shows after midnight is of the next date; midnight of
 * today is the one that comes.
 *
 * @param title what was not understood, in order; the whole input, and nothing understood, where nothing else is left
 * @param date {@code null}: never due
 * @param time {@code null}: the whole day; never there without a date, which is the next on which it has not passed
 * @param priority {@code null}: none was said
 * @param tags at most 20, each as the Tasks API accepts it, none twice
 * @param list the name of a list, which need not exist; {@code null}: none was said
 * @param repeat a recurrence rule (RFC 5545 §3.3.10), which has a date always: without one, the first that it falls on
 *     from today; {@code null}: it does not come back
 * @param pieces what was understood, in order
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
     * Understands any text, in time that grows with its length.
     *
     * @param locale whose language is tried first, and who decides whether 3/4 is in March or in April
     * @param now the time where the user is
     */
    public static FastAdd parse(String text, Locale locale, ZonedDateTime now) {
        var reading = new Reading(text, new Sentence(Words.of(text)), new Grammar(locale, now));
        return reading.read(now);
    }
}
