package com.taskmaster.webapp.fastadd;

import java.time.LocalTime;
import java.util.List;

/**
 * A part of the day, as a range of twelve hours that contains each hour of a 12-hour clock once. The ranges of evening
 * and night extend beyond midnight.
 */
enum PartOfDay {
    MORNING(0, 8),
    NOON(10, 12),
    AFTERNOON(12, 15),
    EVENING(16, 20),
    NIGHT(18, 22);

    /** In the order in which {@link Vocabulary} lists the names. */
    static final List<PartOfDay> ALL = List.of(values());

    private static final int CLOCK_FACE = 12;
    private static final int HOURS = 24;

    private final int first;
    private final LocalTime usual;

    PartOfDay(int first, int usual) {
        this.first = first;
        this.usual = LocalTime.of(usual, 0);
    }

    /** The default if no time is given. */
    LocalTime usual() {
        return usual;
    }

    /** Converts a 12-hour time to the one in this part of the day; a 24-hour time stays the same. */
    LocalTime of(LocalTime told) {
        return told.withHour(hour(told) % HOURS);
    }

    /** The same if the part was given with the day: 12:00 then ends a morning and does not begin it. */
    LocalTime ofDay(LocalTime told) {
        return this == MORNING && told.getHour() == CLOCK_FACE ? told : of(told);
    }

    /** Whether such a time is on the next date. */
    boolean isAfterMidnight(LocalTime told) {
        return hour(told) >= HOURS;
    }

    private int hour(LocalTime told) {
        var hour = told.getHour();
        return hour > CLOCK_FACE ? hour : first + Math.floorMod(hour - first, CLOCK_FACE);
    }
}
