package com.taskmaster.webapp.fastadd;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words of a language, as {@link Word#key()} writes them.
 *
 * @param weekdays names without another meaning
 * @param shortWeekdays names with another meaning, which count as weekdays only after a word such as a preposition
 * @param habits weekdays on which something happens every week
 * @param relativeDays in days from today
 * @param ordinals of a weekday in a month, {@link Rhythm#LAST} for the last
 * @param clockTimes named times
 * @param fractions in minutes from the hour that follows
 * @param directions the sign of the preceding minutes, relative to the hour that follows
 * @param partsOfDay used after the day
 * @param partsOfAnyDay used with a time, or after a day
 * @param clockUnits units shorter than a day
 * @param terms all other words
 */
record Vocabulary(
        Map<String, DayOfWeek> weekdays,
        Map<String, DayOfWeek> shortWeekdays,
        Map<String, DayOfWeek> habits,
        Map<String, Month> months,
        Map<String, ChronoUnit> units,
        Map<String, Integer> numbers,
        Map<String, Integer> ordinals,
        Map<String, Integer> relativeDays,
        Map<String, ChronoUnit> frequencies,
        Map<String, LocalTime> clockTimes,
        Map<String, Integer> fractions,
        Map<String, Integer> directions,
        Map<String, PartOfDay> partsOfDay,
        Map<String, PartOfDay> partsOfAnyDay,
        Map<String, ChronoUnit> clockUnits,
        Map<Term, Set<String>> terms) {

    static final List<ChronoUnit> UNITS =
            List.of(ChronoUnit.DAYS, ChronoUnit.WEEKS, ChronoUnit.MONTHS, ChronoUnit.YEARS);
    static final List<ChronoUnit> CLOCK_UNITS = List.of(ChronoUnit.MINUTES, ChronoUnit.HOURS);
    static final List<Integer> BACK_AND_FORTH = List.of(-1, 1);
    static final List<LocalTime> NOON_AND_MIDNIGHT = List.of(LocalTime.NOON, LocalTime.MIDNIGHT);

    /** Words that determine how others are understood. */
    enum Term {
        /** Precedes a date or weekday. */
        ON,
        /** Precedes a deadline: a day or a time. */
        BY,
        /** Precedes a time. */
        AT,
        THIS,
        NEXT,
        NEXT_WEEK,
        /** This evening, in one word. */
        TONIGHT,
        THIS_WEEKEND,
        NEXT_WEEKEND,
        IN,
        OF,
        END_OF_MONTH,
        EVERY,
        OTHER,
        WORKDAY,
        ON_WORKDAYS,
        IN_THE_MONTH,
        AND,
        CLOCK,
        BEFORE_NOON,
        AFTER_NOON,
        /** Words that would be left dangling without what follows, and seldom end a sentence. */
        LEADING
    }

    Set<String> of(Term term) {
        return terms.get(term);
    }

    Map<String, DayOfWeek> allWeekdays() {
        var all = new HashMap<>(weekdays);
        all.putAll(shortWeekdays);
        return all;
    }

    /** Weekdays that form one word with a part of the day: "freitagabend". */
    Map<PartOfDay, Map<String, DayOfWeek>> weekdaysInPart() {
        var byPart = new EnumMap<PartOfDay, Map<String, DayOfWeek>>(PartOfDay.class);
        partsOfDay.forEach((name, part) -> weekdays.forEach((weekday, day) ->
                byPart.computeIfAbsent(part, none -> new HashMap<>()).put(weekday + name, day)));
        return byPart;
    }

    /** Splits alternatives like {@code "friday|fri"}. */
    static Set<String> phrases(String alternatives) {
        return Stream.of(alternatives.split("\\|"))
                .filter(phrase -> !phrase.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Maps all alternatives to their meanings, which are in the same order. */
    static <T> Map<String, T> meanings(List<T> meanings, String... alternatives) {
        var byPhrase = new HashMap<String, T>();
        for (var index = 0; index < alternatives.length; index++) {
            var meaning = meanings.get(index);
            phrases(alternatives[index]).forEach(phrase -> byPhrase.put(phrase, meaning));
        }
        return Map.copyOf(byPhrase);
    }
}
