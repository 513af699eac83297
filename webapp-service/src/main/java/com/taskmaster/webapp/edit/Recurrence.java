package com.taskmaster.webapp.edit;

import com.taskmaster.webapp.preferences.Formats;
import com.taskmaster.webapp.tasks.Repeat;
import io.quarkus.qute.TemplateData;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A recurrence rule (RFC 5545 §3.3.10), split into parts that the message bundles can express in words.
 *
 * @param told whether the whole rule can be expressed; if not, the other parts are meaningless
 * @param frequency the value of {@code FREQ}
 * @param days the names of the days of the week; empty: any
 * @param ordinal which of these days of the month, -1 for the last; 0: every
 * @param monthDay the day of the month, -1 for the last; 0: any
 * @param count the maximum number of dates; 0: no limit
 * @param until the last date; empty: no limit
 * @param afterCompletion whether the next date is counted from the day of completion
 */
@TemplateData
public record Recurrence(
        String rule,
        boolean told,
        String frequency,
        int interval,
        String days,
        int ordinal,
        int monthDay,
        int count,
        String until,
        boolean afterCompletion) {

    private static final Set<String> PARTS = Set.of("FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "COUNT", "UNTIL");
    private static final Set<String> FREQUENCIES = Set.of("DAILY", "WEEKLY", "MONTHLY", "YEARLY");
    private static final Pattern DAYS = Pattern.compile("[A-Z]{2}(,[A-Z]{2})*");
    private static final Pattern ORDINAL_DAY = Pattern.compile("(-1|[1-5])([A-Z]{2})");
    private static final Pattern MONTH_DAY = Pattern.compile("-1|[1-9]|[12]\\d|3[01]");
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,5}");
    private static final int LENGTH_OF_DATE = 8;

    public static Recurrence of(Repeat repeat, Locale locale) {
        var afterCompletion = repeat.from().equals("completion");
        return told(repeat.named().rule(), afterCompletion, locale)
                .orElse(new Recurrence(repeat.rule(), false, "", 0, "", 0, 0, 0, "", afterCompletion));
    }

    private static Optional<Recurrence> told(String rule, boolean afterCompletion, Locale locale) {
        try {
            var parts = parts(rule);
            var ordinal = ordinal(parts);
            return Optional.of(new Recurrence(
                    rule,
                    true,
                    parts.get("FREQ"),
                    number(parts, "INTERVAL", 1),
                    days(parts, ordinal, locale),
                    ordinal,
                    monthDay(parts),
                    number(parts, "COUNT", 0),
                    until(parts, locale),
                    afterCompletion));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Map<String, String> parts(String rule) {
        var parts = new HashMap<String, String>();
        for (var part : rule.toUpperCase(Locale.ROOT).split(";")) {
            var pair = part.split("=", 2);
            require(pair.length == 2 && PARTS.contains(pair[0]) && parts.put(pair[0], pair[1]) == null);
        }
        require(FREQUENCIES.contains(parts.getOrDefault("FREQ", "")));
        require(!parts.containsKey("BYDAY") || !parts.containsKey("BYMONTHDAY"));
        return parts;
    }

    private static int number(Map<String, String> parts, String name, int otherwise) {
        var number = parts.get(name);
        require(number == null || NUMBER.matcher(number).matches());
        return number == null ? otherwise : Integer.parseInt(number);
    }

    private static int ordinal(Map<String, String> parts) {
        var day = ORDINAL_DAY.matcher(parts.getOrDefault("BYDAY", ""));
        return parts.get("FREQ").equals("MONTHLY") && day.matches() ? Integer.parseInt(day.group(1)) : 0;
    }

    private static String days(Map<String, String> parts, int ordinal, Locale locale) {
        var days = parts.get("BYDAY");
        if (days == null) {
            return "";
        }
        if (ordinal != 0) {
            return day(days.substring(days.length() - 2), locale);
        }
        require(parts.get("FREQ").equals("WEEKLY") && DAYS.matcher(days).matches());
        return Stream.of(days.split(",")).map(day -> day(day, locale)).collect(Collectors.joining(", "));
    }

    private static String day(String code, Locale locale) {
        return Stream.of(DayOfWeek.values())
                .filter(day -> day.name().startsWith(code))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new)
                .getDisplayName(TextStyle.FULL, locale);
    }

    private static int monthDay(Map<String, String> parts) {
        var day = parts.get("BYMONTHDAY");
        require(day == null
                || parts.get("FREQ").equals("MONTHLY") && MONTH_DAY.matcher(day).matches());
        return day == null ? 0 : Integer.parseInt(day);
    }

    private static String until(Map<String, String> parts, Locale locale) {
        var until = parts.get("UNTIL");
        if (until == null) {
            return "";
        }
        require(until.length() >= LENGTH_OF_DATE);
        return Formats.shown(
                LocalDate.parse(until.substring(0, LENGTH_OF_DATE), DateTimeFormatter.BASIC_ISO_DATE), locale);
    }

    private static void require(boolean known) {
        if (!known) {
            throw new IllegalArgumentException();
        }
    }
}
