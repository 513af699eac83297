package com.taskmaster.tasks.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A range of due dates as seen from a time zone.
 *
 * @param from the first date, for tasks due on a date
 * @param to the last date, inclusive
 * @param start the first instant, for tasks due at a time
 * @param end the end of the range, exclusive
 */
public record DueRange(LocalDate from, LocalDate to, Instant start, Instant end) {

    private static final LocalDate FIRST = LocalDate.of(Due.FIRST_YEAR, 1, 1);
    private static final LocalDate LAST = LocalDate.of(Due.LAST_YEAR, 12, 31);

    /** Dates are overdue once their day has passed, times at once. */
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
     * @param from {@code null} for no lower bound
     * @param to {@code null} for no upper bound
     */
    public static DueRange between(LocalDate from, LocalDate to, ZoneId zone) {
        var first = from == null ? FIRST : from;
        var last = to == null ? LAST : to;
        return new DueRange(first, last, start(first, zone), start(last.plusDays(1), zone));
    }

    /** A lower bound for {@code due_order} of all tasks in this range. */
    public Instant earliestOrder() {
        var firstDate = endInUtc(from);
        return firstDate.isBefore(start) ? firstDate : start;
    }

    /** An upper bound for {@code due_order} of all tasks in this range. */
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
