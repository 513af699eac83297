package com.taskmaster.webapp.fastadd;

import java.time.LocalTime;
import java.util.List;

/**
 * A part of the day: twelve hours in which each that a clock face shows comes once. Those of the evening and of the night
 * go on after midnight.
 */
enum PartOfDay {
    MORNING(0, 8),
    NOON(10, 12),
    AFTERNOON(12, 15),
    EVENING(16, 20),
    NIGHT(18, 22);

    /** As {@link Vocabulary} lists their names. */
    static final List<PartOfDay> ALL = List.of(values());

    private static final int CLOCK_FACE = 12;
    private static final int HOURS = 24;

    private final int first;
    private final LocalTime usual;

    PartOfDay(int first, int usual) {
        this.first = first;
        this.usual = LocalTime.of(usual, 0);
    }

    /** What is meant where no time is said. */
    LocalTime usual() {
        return usual;
    }

    /** A time of the clock face as it is meant here; one that only a day of 24 hours has stays. */
    LocalTime of(LocalTime told) {
        return told.withHour(hour(told) % HOURS);
    }

    /** The same of a part of a day that was said with it: noon ends a morning, and does not begin it. */
    LocalTime ofDay(LocalTime told) {
        return this == MORNING && told.getHour() == CLOCK_FACE ? told : of(told);
    }

    /** Whether such a time is of the next date. */
    boolean isAfterMidnight(LocalTime told) {
        return hour(told) >= HOURS;
    }

    private int hour(LocalTime told) {
        var hour = told.getHour();
        return hour > CLOCK_FACE ? hour : first + Math.floorMod(hour - first, CLOCK_FACE);
    }
}
