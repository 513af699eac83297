package com.taskmaster.webapp.tasks;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Makes "every month" from the 29th, 30th or 31st, and "every year" from 29 February, mean the last day of months
 * without that day. By themselves, recurrence rules skip those months (RFC 5545 §3.3.10).
 */
final class ShortMonths {

    /** The last day that every month has. */
    private static final int LAST_DAY = 28;

    private static final Pattern EVERY = Pattern.compile("FREQ=(MONTHLY|YEARLY)(;INTERVAL=\\d+)?");
    private static final List<Pattern> INCLUDED = List.of(
            Pattern.compile("(FREQ=MONTHLY(;INTERVAL=\\d+)?);BYMONTHDAY=28,29(,30)?(,31)?;BYSETPOS=-1"),
            Pattern.compile("(FREQ=YEARLY(;INTERVAL=\\d+)?);BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1"));

    private ShortMonths() {}

    /**
     * The rule with short months included, if it is a plain "every month" or "every year" that needs it.
     *
     * @param start the first due date
     */
    static String included(String rule, LocalDate start) {
        var every = EVERY.matcher(rule);
        if (!every.matches() || start.getDayOfMonth() <= LAST_DAY) {
            return rule;
        }
        if (every.group(1).equals("MONTHLY")) {
            return rule + days(start.getDayOfMonth());
        }
        return start.getMonthValue() == 2 ? rule + ";BYMONTH=2" + days(start.getDayOfMonth()) : rule;
    }

    /** The inverse of {@link #included}. */
    static String without(String rule) {
        return INCLUDED.stream()
                .map(included -> included.matcher(rule))
                .filter(Matcher::matches)
                .map(included -> included.group(1))
                .findFirst()
                .orElse(rule);
    }

    /** The last day that a month has, from the 28th up to this one. */
    private static String days(int last) {
        return IntStream.rangeClosed(LAST_DAY, last)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(",", ";BYMONTHDAY=", ";BYSETPOS=-1"));
    }
}
