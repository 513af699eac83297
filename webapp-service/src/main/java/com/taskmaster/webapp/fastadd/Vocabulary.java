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
 * The words of a language, as {@link Word#key()} has them.
 *
 * @param weekdays those that are nothing else
 * @param shortWeekdays those that are words of their own, too, and mean a day only after one that says so
 * @param habits days on which something happens every week
 * @param relativeDays how far they are from today
 * @param ordinals of a weekday in a month, {@link Rhythm#LAST} for the last
 * @param clockTimes times with a name
 * @param fractions how many minutes a time is from the hour that is told after them
 * @param directions which way the minutes before them are counted from the hour after them
 * @param partsOfDay after the day that they belong to
 * @param partsOfAnyDay with a time, or after a day
 * @param clockUnits units of time that are shorter than a day
 * @param terms all the others
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

    /** Words that say how others are meant. */
    enum Term {
        /** Before a day of the calendar or of the week. */
        ON,
        /** Before any day or time until which something is to be done. */
        BY,
        /** Before a time. */
        AT,
        THIS,
        NEXT,
        NEXT_WEEK,
        /** The evening of today, in one word. */
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
        /** Words that are left hanging when what follows is taken away, and seldom end a sentence. */
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

    /** Days of the week that are written as one word with a part of theirs: "freitagabend". */
    Map<PartOfDay, Map<String, DayOfWeek>> weekdaysInPart() {
        var byPart = new EnumMap<PartOfDay, Map<String, DayOfWeek>>(PartOfDay.class);
        partsOfDay.forEach((name, part) -> weekdays.forEach((weekday, day) ->
                byPart.computeIfAbsent(part, none -> new HashMap<>()).put(weekday + name, day)));
        return byPart;
    }

    /** The alternatives of a text like {@code "friday|fri"}. */
    static Set<String> phrases(String alternatives) {
        return Stream.of(alternatives.split("\\|"))
                .filter(phrase -> !phrase.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Each meaning with the alternatives that stand for it, in the same order. */
    static <T> Map<String, T> meanings(List<T> meanings, String... alternatives) {
        var byPhrase = new HashMap<String, T>();
        for (var index = 0; index < alternatives.length; index++) {
            var meaning = meanings.get(index);
            phrases(alternatives[index]).forEach(phrase -> byPhrase.put(phrase, meaning));
        }
        return Map.copyOf(byPhrase);
    }
}
