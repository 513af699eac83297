package com.taskmaster.webapp.fastadd;

import com.taskmaster.webapp.fastadd.Vocabulary.Term;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjuster;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Days relative to today: "tomorrow", "next friday", "in 3 weeks", "this weekend", "end of month". */
final class Days {

    private static final TemporalAdjuster START_OF_NEXT_WEEK = TemporalAdjusters.next(DayOfWeek.MONDAY);
    private static final Map<ChronoUnit, TemporalAdjuster> STARTS_OF_NEXT = Map.of(
            ChronoUnit.WEEKS, START_OF_NEXT_WEEK,
            ChronoUnit.MONTHS, TemporalAdjusters.firstDayOfNextMonth(),
            ChronoUnit.YEARS, TemporalAdjusters.firstDayOfNextYear());
    private static final TemporalAdjuster SATURDAY = TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY);
    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");

    private final Vocabulary language;
    private final LocalDate today;

    Days(Vocabulary language, LocalDate today) {
        this.language = language;
        this.today = today;
    }

    Optional<LocalDate> read(Reader reader) {
        return reader.firstOf(this::readSingle, this::later, this::startOfNext, this::weekend, this::endOfMonth)
                .filter(CalendarDates::isInReach);
    }

    /** A named day, which may be followed by a part of the day. */
    Optional<LocalDate> readSingle(Reader reader) {
        return reader.firstOf(this::relative, this::weekday);
    }

    private Optional<LocalDate> relative(Reader reader) {
        reader.skip(language.of(Term.BY));
        return reader.take(language.relativeDays()).map(today::plusDays);
    }

    private Optional<LocalDate> weekday(Reader reader) {
        return weekday(reader, language.weekdays(), language.allWeekdays());
    }

    /** @param names the names of weekdays to accept; ambiguous ones need no preposition here */
    Optional<LocalDate> readWeekday(Reader reader, Map<String, DayOfWeek> names) {
        return weekday(reader, names, names);
    }

    private Optional<LocalDate> weekday(
            Reader reader, Map<String, DayOfWeek> names, Map<String, DayOfWeek> markedNames) {
        var announced = skipPreposition(reader);
        var next = reader.skip(language.of(Term.NEXT));
        var marked = reader.skip(language.of(Term.THIS)) || next || announced;
        return reader.take(marked ? markedNames : names)
                .map(day -> reader.skip(language.of(Term.NEXT_WEEK)) || next ? ofNextWeek(day) : coming(day));
    }

    private LocalDate coming(DayOfWeek day) {
        return today.with(TemporalAdjusters.next(day));
    }

    private LocalDate ofNextWeek(DayOfWeek day) {
        return today.with(START_OF_NEXT_WEEK).with(TemporalAdjusters.nextOrSame(day));
    }

    private Optional<LocalDate> later(Reader reader) {
        if (!reader.skip(language.of(Term.IN))) {
            return Optional.empty();
        }
        return reader.take(NUMBER)
                .map(number -> Integer.valueOf(number.group()))
                .or(() -> reader.take(language.numbers()))
                .flatMap(number -> reader.take(language.units()).map(unit -> today.plus(number, unit)));
    }

    private Optional<LocalDate> startOfNext(Reader reader) {
        reader.skip(language.of(Term.BY));
        if (reader.skip(language.of(Term.NEXT_WEEK))) {
            return Optional.of(today.with(START_OF_NEXT_WEEK));
        }
        return reader.skip(language.of(Term.NEXT))
                ? reader.take(language.units()).map(STARTS_OF_NEXT::get).map(today::with)
                : Optional.empty();
    }

    private Optional<LocalDate> weekend(Reader reader) {
        return reader.firstOf(this::weekendAlone, rest -> {
            rest.skip(language.of(Term.BY));
            return weekendAlone(rest);
        });
    }

    /** A weekend that has begun counts as this weekend. */
    private Optional<LocalDate> weekendAlone(Reader reader) {
        if (reader.skip(language.of(Term.NEXT_WEEKEND))) {
            return Optional.of(today.with(START_OF_NEXT_WEEK).with(SATURDAY));
        }
        return reader.skip(language.of(Term.THIS_WEEKEND))
                ? Optional.of(today.getDayOfWeek() == DayOfWeek.SUNDAY ? today : today.with(SATURDAY))
                : Optional.empty();
    }

    private Optional<LocalDate> endOfMonth(Reader reader) {
        skipPreposition(reader);
        return reader.skip(language.of(Term.END_OF_MONTH))
                ? Optional.of(today.with(TemporalAdjusters.lastDayOfMonth()))
                : Optional.empty();
    }

    private boolean skipPreposition(Reader reader) {
        return reader.skip(language.of(Term.ON)) || reader.skip(language.of(Term.BY));
    }
}
