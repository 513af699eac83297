package com.taskmaster.tasks.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A span of due dates as somebody in a time zone means it.
 *
 * @param from the first date, for what is due on a date
 * @param to the last date
 * @param start the first instant, for what is due at a time
 * @param end the first instant after it
 */
public record DueRange(LocalDate from, LocalDate to, Instant start, Instant end) {

    private static final LocalDate FIRST = LocalDate.of(Due.FIRST_YEAR, 1, 1);
    private static final LocalDate LAST = LocalDate.of(Due.LAST_YEAR, 12, 31);

    /** A date is overdue when it has passed, a time at once. */
    public static DueRange overdue(Instant now, ZoneId zone) {
        var today = LocalDate.ofInstant(now, zone);
        return new DueRange(FIRST, today.minusDays(1), start(FIRST, zone), now);
    }

    public static DueRange today(Instant now, ZoneId zone) {
        var today = LocalDate.ofInstant(now, zone);
        return between(today, today, zone);
    }

    /** Everything after today. */
    public static DueRange upcoming(Instant now, ZoneId zone) {
        return between(LocalDate.ofInstant(now, zone).plusDays(1), LAST, zone);
    }

    /**
     * @param from {@code null}: from the beginning
     * @param to {@code null}: without end
     */
    public static DueRange between(LocalDate from, LocalDate to, ZoneId zone) {
        var first = from == null ? FIRST : from;
        var last = to == null ? LAST : to;
        return new DueRange(first, last, start(first, zone), start(last.plusDays(1), zone));
    }

    /** Nothing that lies in this range is ordered before this instant. */
    public Instant earliestOrder() {
        var firstDate = endInUtc(from);
        return firstDate.isBefore(start) ? firstDate : start;
    }

    /** Nothing that lies in this range is ordered after this instant. */
    public Instant latestOrder() {
        var lastDate = endInUtc(to);
        return lastDate.isAfter(end) ? lastDate : end;
    }

    private static Instant endInUtc(LocalDate date) {
        return start(date.plusDays(1), ZoneOffset.UTC);
    }

    private static Instant start(LocalDate date, ZoneId zone) {
        return date.atStartOfDay(zone).toInstant();
    }
}
