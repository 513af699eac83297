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

/** A recurrence rule (RFC 5545 §3.3.10) by which dates can be counted. */
final class Recurrence {

    /** More is a slip of the pen. With far more the library counts for minutes, and begins anew behind its last year. */
    static final int LONGEST_INTERVAL = 1000;

    private static final Set<Freq> SELDOM_ENOUGH = EnumSet.of(Freq.DAILY, Freq.WEEKLY, Freq.MONTHLY, Freq.YEARLY);

    /** Missed dates are skipped, but not for longer than this: an end to what a rule may cost. */
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
     * A date of a rule.
     *
     * @param passed how many dates the rule has before it
     */
    record Occurrence(LocalDate date, int passed) {}

    /** The library compares UNTIL with dates alone; so it is kept from it, and {@link #lasts} compares. */
    private Recurrence(String text, RecurrenceRule rule) {
        this.text = text;
        this.rule = rule;
        this.until = rule.getUntil();
        if (until != null) {
            rule.setUntil(null);
        }
    }

    /** @return empty where it is no rule, or none that a task may have */
    static Optional<Recurrence> parse(String text) {
        return stored(text).filter(known -> known.text.equals(text) && !known.isOfAnotherCalendar());
    }

    /** RFC 7529: a task is due in our calendar, and the library would count in vain. */
    private boolean isOfAnotherCalendar() {
        return rule.hasPart(Part.RSCALE) || rule.hasPart(Part.SKIP);
    }

    /**
     * A rule that may have come here when more was let in: it goes on without its parts of a time, which RFC 5545 tells to
     * ignore where dates are counted, and without what it says twice.
     *
     * @return empty where it is no rule
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
        } catch (InvalidRecurrenceRuleException | RuntimeException e) { // an UNTIL may be no date at all
            return Optional.empty();
        }
    }

    /**
     * Of times the library makes a list of every second of a year that they name. The parts are no constants here: their class
     * cannot be initialized before the rule's.
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
     * The first date that is not before the earliest, whatever UNTIL says.
     *
     * @param start what the rule is counted from
     * @return empty where the rule comes to its end before, never comes true, or leads to where no task may be due
     */
    Optional<Occurrence> first(LocalDate start, LocalDate earliest) {
        try {
            return search(start, earliest);
        } catch (RuntimeException e) { // in one of many ways the library has given up on a rule like "30 February"
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
     * Whether the rule goes on so long: UNTIL includes its own instant.
     *
     * @param zone that tells days, and the time of an UNTIL that has no zone
     */
    boolean lasts(Due due, ZoneId zone) {
        var at = due.at().orElseGet(() -> due.date().atStartOfDay(zone).toInstant());
        return until == null || !at.isAfter(end(zone));
    }

    /**
     * The rule without so many of its dates.
     *
     * @return the rule as it is where it does not count, and nothing where none is left
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
     * UNTIL as the type of the start demands it (RFC 5545 §3.3.10).
     *
     * @param zone that the start's time is told in; {@code null} where the start is a date
     * @return empty where the rule has none, or one of this type already
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

    /** The last instant; {@code null} where there is none. */
    private Instant end(ZoneId zone) {
        if (until == null) {
            return null;
        }
        if (until.isAllDay()) {
            return date(until).atTime(LocalTime.MAX).atZone(zone).toInstant();
        }
        var second = Math.min(until.getSeconds(), LAST_SECOND); // a leap second counts so (RFC 5545 §3.3.12)
        var time = LocalDateTime.of(date(until), LocalTime.of(until.getHours(), until.getMinutes(), second));
        return time.atZone(until.isFloating() ? zone : ZoneOffset.UTC).toInstant();
    }

    private static LocalDate date(DateTime date) {
        return LocalDate.of(date.getYear(), date.getMonth() + 1, date.getDayOfMonth());
    }
}
