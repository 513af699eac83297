package com.taskmaster.webapp.fastadd;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A recurrence.
 *
 * @param rule an RRULE (RFC 5545 §3.3.10)
 * @param fallsOn whether it may start on a date
 */
record Rhythm(String rule, Predicate<LocalDate> fallsOn) {

    static final Set<DayOfWeek> WORKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    static final int LAST = -1;

    private static final Map<ChronoUnit, String> FREQUENCIES = Map.of(
            ChronoUnit.DAYS, "DAILY",
            ChronoUnit.WEEKS, "WEEKLY",
            ChronoUnit.MONTHS, "MONTHLY",
            ChronoUnit.YEARS, "YEARLY");

    static Rhythm every(int interval, ChronoUnit unit) {
        return new Rhythm(frequency(unit, interval), date -> true);
    }

    static Rhythm weekly(int interval, Set<DayOfWeek> days) {
        var names = EnumSet.copyOf(days).stream().map(Rhythm::name).collect(Collectors.joining(","));
        return new Rhythm(
                frequency(ChronoUnit.WEEKS, interval) + ";BYDAY=" + names, date -> days.contains(date.getDayOfWeek()));
    }

    /** @param day the day of the month, or {@link #LAST} */
    static Rhythm monthlyOnDay(int day) {
        return new Rhythm(
                "FREQ=MONTHLY;BYMONTHDAY=" + day,
                date -> date.getDayOfMonth() == (day == LAST ? date.lengthOfMonth() : day));
    }

    /** @param ordinal which of these weekdays in the month, or {@link #LAST} */
    static Rhythm monthlyOnWeekday(int ordinal, DayOfWeek day) {
        return new Rhythm(
                "FREQ=MONTHLY;BYDAY=" + ordinal + name(day),
                date -> date.equals(date.with(TemporalAdjusters.dayOfWeekInMonth(ordinal, day))));
    }

    LocalDate firstFrom(LocalDate earliest) {
        var date = earliest;
        while (!fallsOn.test(date)) {
            date = date.plusDays(1);
        }
        return date;
    }

    private static String frequency(ChronoUnit unit, int interval) {
        return "FREQ=" + FREQUENCIES.get(unit) + (interval == 1 ? "" : ";INTERVAL=" + interval);
    }

    private static String name(DayOfWeek day) {
        return day.name().substring(0, 2);
    }
}
