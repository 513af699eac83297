package com.taskmaster.tasks.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.Part;

/** A recurrence rule (RFC 5545 §3.3.10) applied to dates. */
final class Recurrence {

    /**
     * Larger intervals are almost certainly typos; with far larger ones the library iterates for minutes and wraps
     * around after its last year.
     */
    static final int LONGEST_INTERVAL = 1000;

    private static final Set<Freq> SELDOM_ENOUGH = EnumSet.of(Freq.DAILY, Freq.WEEKLY, Freq.MONTHLY, Freq.YEARLY);

    /** Bounds the cost of a rule when skipping missed dates. */
    private static final int MOST_OCCURRENCES_SKIPPED = 10_000;

    private static final int LAST_SECOND = 59;

    private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** Years have four digits (RFC 5545 §3.3.4). */
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private final String text;
    private final RecurrenceRule rule;
    private final DateTime until;

    /**
     * An occurrence of the rule.
     *
     * @param passed the number of occurrences before it
     */
    record Occurrence(LocalDate date, int passed) {}

    /** Hides UNTIL from the library, which would compare it with dates only; {@link #lasts} evaluates it. */
    private Recurrence(String text, RecurrenceRule rule) {
        this.text = text;
        this.rule = rule;
        this.until = rule.getUntil();
        if (until != null) {
            rule.setUntil(null);
        }
    }

    /** @return empty if it is not a rule, or not one that a task may have */
    static Optional<Recurrence> parse(String text) {
        return stored(text).filter(known -> known.text.equals(text) && !known.isOfAnotherCalendar());
    }

    /** RFC 7529 rules for other calendars, for which the library finds no dates. */
    private boolean isOfAnotherCalendar() {
        return rule.hasPart(Part.RSCALE) || rule.hasPart(Part.SKIP);
    }

    /**
     * Parses a stored rule, which may predate stricter validation: drops its time-of-day parts, which RFC 5545 ignores
     * for dates, and duplicate values.
     *
     * @return empty if it is not a rule
     */
    static Optional<Recurrence> stored(String text) {
        try {
            var rule = new RecurrenceRule(text, RecurrenceRule.RfcMode.RFC5545_STRICT);
            var whole = rule.toString();
            leaveOutWhatDatesDoNotNeed(rule);
            var recurrence = new Recurrence(rule.toString().equals(whole) ? text : rule.toString(), rule);
            recurrence.end(ZoneOffset.UTC);
            return Optional.of(recurrence)
                    .filter(known -> SELDOM_ENOUGH.contains(rule.getFreq()) && rule.getInterval() <= LONGEST_INTERVAL);
        } catch (InvalidRecurrenceRuleException | RuntimeException e) { // runtime exceptions come from an invalid UNTIL
            return Optional.empty();
        }
    }

    /**
     * For time-of-day parts the library would list every matching second of a year. The parts are not constants because
     * their class cannot be initialized before the rule's.
     */
    private static void leaveOutWhatDatesDoNotNeed(RecurrenceRule rule) throws InvalidRecurrenceRuleException {
        for (var part : List.of(Part.BYHOUR, Part.BYMINUTE, Part.BYSECOND)) {
            rule.setByPart(part);
        }
        for (var part : List.of(Part.BYMONTH, Part.BYWEEKNO, Part.BYYEARDAY, Part.BYMONTHDAY, Part.BYSETPOS)) {
            if (rule.hasPart(part)) {
                rule.setByPart(part, rule.getByPart(part).stream().distinct().toList());
            }
        }
        if (rule.hasPart(Part.BYDAY)) {
            var told = new HashSet<String>();
            rule.setByDayPart(rule.getByDayPart().stream()
                    .filter(day -> told.add(day.toString()))
                    .toList());
        }
    }

    /**
     * The first occurrence on or after the earliest date, regardless of UNTIL.
     *
     * @param start what the rule counts from
     * @return empty if the rule ends before, never matches, or leaves the years that a task may be due in
     */
    Optional<Occurrence> first(LocalDate start, LocalDate earliest) {
        try {
            return search(start, earliest);
        } catch (RuntimeException e) { // the library's ways of giving up on a rule like "30 February"
            return Optional.empty();
        }
    }

    private Optional<Occurrence> search(LocalDate start, LocalDate earliest) {
        var dates = rule.iterator(new DateTime(start.getYear(), start.getMonthValue() - 1, start.getDayOfMonth()));
        for (var passed = 0; dates.hasNext() && passed < MOST_OCCURRENCES_SKIPPED; passed++) {
            var date = date(dates.nextDateTime());
            if (date.isBefore(start) || !Due.isInReach(date)) {
                break;
            }
            if (!date.isBefore(earliest)) {
                return Optional.of(new Occurrence(date, passed));
            }
        }
        return Optional.empty();
    }

    /**
     * Whether the rule has not ended by then; UNTIL is inclusive.
     *
     * @param zone for dates, and for an UNTIL without a zone
     */
    boolean lasts(Due due, ZoneId zone) {
        var at = due.at().orElseGet(() -> due.date().atStartOfDay(zone).toInstant());
        return until == null || !at.isAfter(end(zone));
    }

    /**
     * The rule with its COUNT reduced.
     *
     * @return the rule unchanged if it has no COUNT; empty if no occurrence is left
     */
    Optional<String> without(int dates) {
        if (rule.getCount() == null) {
            return Optional.of(text);
        }
        if (rule.getCount() <= dates) {
            return Optional.empty();
        }
        rule.setCount(rule.getCount() - dates);
        return Optional.of(rule.toString());
    }

    /**
     * UNTIL in the value type of the start, as RFC 5545 §3.3.10 demands.
     *
     * @param zone the zone of the start's time; {@code null} if the start is a date
     * @return empty if there is no UNTIL, or if it has the right type already
     */
    Optional<String> untilOfTypeOf(ZoneId zone) {
        if (until == null || (zone == null ? until.isAllDay() : !until.isFloating())) {
            return Optional.empty();
        }
        if (zone == null) {
            return Optional.of(DATE.format(date(until)));
        }
        var end = end(zone);
        return Optional.of(UTC.format(end.isAfter(LAST) ? LAST : end));
    }

    /** The last instant of the rule; {@code null} if it is open-ended. */
    private Instant end(ZoneId zone) {
        if (until == null) {
            return null;
        }
        if (until.isAllDay()) {
            return date(until).atTime(LocalTime.MAX).atZone(zone).toInstant();
        }
        var second = Math.min(until.getSeconds(), LAST_SECOND); // leap seconds (RFC 5545 §3.3.12)
        var time = LocalDateTime.of(date(until), LocalTime.of(until.getHours(), until.getMinutes(), second));
        return time.atZone(until.isFloating() ? zone : ZoneOffset.UTC).toInstant();
    }

    private static LocalDate date(DateTime date) {
        return LocalDate.of(date.getYear(), date.getMonth() + 1, date.getDayOfMonth());
    }
}
