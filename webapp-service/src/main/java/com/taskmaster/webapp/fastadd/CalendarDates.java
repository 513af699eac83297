package com.taskmaster.webapp.fastadd;

import com.taskmaster.webapp.fastadd.Vocabulary.Term;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Calendar dates; without a year, the next occurrence from today. */
final class CalendarDates {

    /** The years that the Tasks API accepts. */
    private static final int FIRST_YEAR = 1900;

    private static final int LAST_YEAR = 2999;
    private static final int THIS_CENTURY = 2000;

    /** The longest gap between two 29 Februaries, in years; in months, more than enough for the next 31st. */
    private static final int LONGEST_WAIT = 8;

    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})\\.?");
    private static final Pattern SLASHED = Pattern.compile("(\\d{1,2})/(\\d{1,2})(?:/(\\d{4}|\\d{2}))?\\.?");
    private static final Pattern DOTTED = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})(?:\\.(\\d{4}|\\d{2})?)?\\.?");
    private static final Pattern DAY = Pattern.compile("(\\d{1,2})(?:st|nd|rd|th|\\.)?");
    static final Pattern ORDINAL_DAY = Pattern.compile("(\\d{1,2})(?:st|nd|rd|th|\\.)");
    private static final Pattern YEAR = Pattern.compile("(\\d{4})\\.?");

    /** Means "always", not a date in July. */
    private static final String ROUND_THE_CLOCK = "24/7";

    private final Vocabulary language;
    private final LocalDate today;
    private final boolean monthFirst;

    CalendarDates(Vocabulary language, LocalDate today, boolean monthFirst) {
        this.language = language;
        this.today = today;
        this.monthFirst = monthFirst;
    }

    Optional<LocalDate> read(Reader reader) {
        var announced = isAnnounced(reader);
        return reader.firstOf(
                        this::iso,
                        rest -> slashed(rest, announced),
                        rest -> dotted(rest, announced),
                        this::dayOfNamedMonth,
                        this::namedMonthWithDay)
                .filter(CalendarDates::isInReach);
    }

    /**
     * A day of the month, in the next month that has it. Only the following words can tell "on the 3rd" from "on the
     * 3rd floor".
     */
    Optional<LocalDate> readDay(Reader reader) {
        return isAnnounced(reader)
                ? reader.take(ORDINAL_DAY).flatMap(day -> next(YearMonth.from(today), number(day, 1)))
                : Optional.empty();
    }

    private boolean isAnnounced(Reader reader) {
        return reader.skip(language.of(Term.ON)) || reader.skip(language.of(Term.BY));
    }

    static boolean isInReach(LocalDate date) {
        return date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR;
    }

    private Optional<LocalDate> iso(Reader reader) {
        return reader.take(ISO).flatMap(date -> date(number(date, 1), number(date, 2), number(date, 3)));
    }

    private Optional<LocalDate> slashed(Reader reader, boolean announced) {
        return reader.take(SLASHED)
                .filter(date -> announced || !date.group().equals(ROUND_THE_CLOCK))
                .flatMap(date -> {
                    var one = number(date, 1);
                    var other = number(date, 2);
                    var usual = monthFirst ? date(date.group(3), one, other) : date(date.group(3), other, one);
                    return usual.or(
                            () -> monthFirst ? date(date.group(3), other, one) : date(date.group(3), one, other));
                });
    }

    /** "1.5" may be a number, while "1.5." and "am 1.5" are dates. */
    private Optional<LocalDate> dotted(Reader reader, boolean announced) {
        return reader.take(DOTTED)
                .filter(date ->
                        announced || date.group(3) != null || date.group().endsWith("."))
                .flatMap(date -> date(date.group(3), number(date, 2), number(date, 1)));
    }

    private Optional<LocalDate> dayOfNamedMonth(Reader reader) {
        return reader.take(DAY).flatMap(day -> {
            reader.skip(language.of(Term.OF));
            return reader.take(language.months()).flatMap(month -> date(reader, month, number(day, 1)));
        });
    }

    private Optional<LocalDate> namedMonthWithDay(Reader reader) {
        return reader.take(language.months())
                .flatMap(month -> reader.take(DAY).flatMap(day -> date(reader, month, number(day, 1))));
    }

    private Optional<LocalDate> date(Reader reader, Month month, int day) {
        var year = reader.take(YEAR).map(matcher -> matcher.group(1)).orElse(null);
        return date(year, month.getValue(), day);
    }

    /** @param year with two or four digits; {@code null}: the next year in which the date exists */
    private Optional<LocalDate> date(String year, int month, int day) {
        if (year == null) {
            return monthDay(month, day).flatMap(this::next);
        }
        var number = Integer.parseInt(year);
        return date(year.length() == 2 ? THIS_CENTURY + number : number, month, day);
    }

    private static Optional<LocalDate> date(int year, int month, int day) {
        return monthDay(month, day).filter(date -> date.isValidYear(year)).map(date -> date.atYear(year));
    }

    private static Optional<MonthDay> monthDay(int month, int day) {
        try {
            return Optional.of(MonthDay.of(month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Optional<LocalDate> next(MonthDay date) {
        return Stream.iterate(today.getYear(), year -> year + 1)
                .limit(LONGEST_WAIT + 1)
                .filter(date::isValidYear)
                .map(date::atYear)
                .filter(Predicate.not(today::isAfter))
                .findFirst();
    }

    private Optional<LocalDate> next(YearMonth first, int day) {
        return Stream.iterate(first, month -> month.plusMonths(1))
                .limit(LONGEST_WAIT + 1)
                .filter(month -> month.isValidDay(day))
                .map(month -> month.atDay(day))
                .filter(Predicate.not(today::isAfter))
                .findFirst();
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
