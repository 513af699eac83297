package com.taskmaster.webapp.fastadd;

import com.taskmaster.webapp.fastadd.Vocabulary.Term;
import java.time.DayOfWeek;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Recurrences: "daily", "every 2 weeks", "every mon, wed and fri", "jeden letzten Freitag". */
final class Repeats {

    private static final int LONGEST_MONTH = 31;

    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,2}");

    private final Vocabulary language;

    Repeats(Vocabulary language) {
        this.language = language;
    }

    Optional<Rhythm> read(Reader reader) {
        return reader.firstOf(this::adverb, this::readDays);
    }

    /** Recurring days, which may be followed by a part of the day. */
    Optional<Rhythm> readDays(Reader reader) {
        return reader.firstOf(this::workdays, this::habit, this::every);
    }

    /** @param names the names of weekdays to accept; ambiguous ones need no preposition here */
    Optional<Rhythm> readWeekdays(Reader reader, Map<String, DayOfWeek> names) {
        return reader.skip(language.of(Term.EVERY)) ? weekly(reader, names) : Optional.empty();
    }

    private Optional<Rhythm> adverb(Reader reader) {
        return reader.take(language.frequencies()).map(unit -> Rhythm.every(1, unit));
    }

    private Optional<Rhythm> workdays(Reader reader) {
        var isWorkdays = reader.skip(language.of(Term.ON_WORKDAYS))
                || reader.skip(language.of(Term.EVERY)) && reader.skip(language.of(Term.WORKDAY));
        return isWorkdays ? Optional.of(Rhythm.weekly(1, Rhythm.WORKDAYS)) : Optional.empty();
    }

    /** "montags und mittwochs" */
    private Optional<Rhythm> habit(Reader reader) {
        return weekly(reader, language.habits());
    }

    private Optional<Rhythm> every(Reader reader) {
        return reader.skip(language.of(Term.EVERY))
                ? reader.firstOf(
                        this::other,
                        this::ordinalInMonth,
                        this::ordinalInterval,
                        this::endOfMonth,
                        this::dayOfMonth,
                        this::interval,
                        rest -> weekly(rest, language.allWeekdays()))
                : Optional.empty();
    }

    private Optional<Rhythm> other(Reader reader) {
        return reader.skip(language.of(Term.OTHER)) ? withInterval(reader, 2) : Optional.empty();
    }

    /**
     * "every last friday" is a day of the month, while "every second friday" means every other one unless "of the
     * month" follows.
     */
    private Optional<Rhythm> ordinalInMonth(Reader reader) {
        return reader.take(language.ordinals())
                .flatMap(ordinal -> reader.firstOf(
                        rest -> rest.take(language.allWeekdays())
                                .filter(day -> rest.skip(language.of(Term.IN_THE_MONTH)) || ordinal != 2)
                                .map(day -> Rhythm.monthlyOnWeekday(ordinal, day)),
                        rest -> rest.take(language.units())
                                .filter(unit -> unit == ChronoUnit.DAYS && rest.skip(language.of(Term.IN_THE_MONTH)))
                                .map(unit -> Rhythm.monthlyOnDay(ordinal))));
    }

    private Optional<Rhythm> ordinalInterval(Reader reader) {
        return reader.take(language.ordinals())
                .filter(ordinal -> ordinal > 1)
                .flatMap(ordinal -> withInterval(reader, ordinal));
    }

    private Optional<Rhythm> withInterval(Reader reader, int interval) {
        return reader.firstOf(
                rest -> rest.take(language.units()).map(unit -> Rhythm.every(interval, unit)),
                rest -> rest.take(language.allWeekdays()).map(day -> Rhythm.weekly(interval, EnumSet.of(day))));
    }

    private Optional<Rhythm> endOfMonth(Reader reader) {
        return reader.skip(language.of(Term.END_OF_MONTH))
                ? Optional.of(Rhythm.monthlyOnDay(Rhythm.LAST))
                : Optional.empty();
    }

    private Optional<Rhythm> dayOfMonth(Reader reader) {
        var day = reader.take(CalendarDates.ORDINAL_DAY)
                .map(matcher -> Integer.parseInt(matcher.group(1)))
                .filter(number -> number >= 1 && number <= LONGEST_MONTH);
        reader.skip(language.of(Term.IN_THE_MONTH));
        return day.map(Rhythm::monthlyOnDay);
    }

    private Optional<Rhythm> interval(Reader reader) {
        var number = reader.take(NUMBER)
                .map(matcher -> Integer.valueOf(matcher.group()))
                .or(() -> reader.take(language.numbers()))
                .orElse(1);
        return reader.take(language.units()).map(unit -> Rhythm.every(number, unit));
    }

    private Optional<Rhythm> weekly(Reader reader, Map<String, DayOfWeek> names) {
        var days = EnumSet.noneOf(DayOfWeek.class);
        var next = reader.take(names);
        while (next.isPresent()) {
            days.add(next.get());
            next = reader.firstOf(rest -> {
                rest.skip(language.of(Term.AND));
                return rest.take(names);
            });
        }
        return days.isEmpty() ? Optional.empty() : Optional.of(Rhythm.weekly(1, days));
    }
}
