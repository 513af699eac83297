package com.taskmaster.webapp.fastadd;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A task as far as it has been understood. */
final class Draft {

    private static final int MOST_TAGS = 20;
    private static final LocalTime EVENING = LocalTime.of(20, 0);

    /** The first hour that a clock face shows in the evening; those before are of the night. */
    private static final int FIRST_OF_EVENING = 5;

    private static final int HALF_A_DAY = 12;

    private LocalDate date;
    private LocalTime time;
    private boolean isEvening;
    private Priority priority;
    private final Set<String> tags = new LinkedHashSet<>();
    private String list;
    private Rhythm rhythm;

    boolean date(LocalDate said) {
        var free = date == null;
        date = free ? said : date;
        return free;
    }

    boolean time(LocalTime said) {
        var free = time == null;
        time = free ? said : time;
        return free;
    }

    /** A date and a time at once. */
    boolean moment(ZonedDateTime said) {
        return date == null && time == null && date(said.toLocalDate()) && time(said.toLocalTime());
    }

    boolean evening(LocalDate said) {
        var free = date(said);
        isEvening |= free;
        return free;
    }

    boolean priority(Priority said) {
        var free = priority == null;
        priority = free ? said : priority;
        return free;
    }

    boolean tag(String said) {
        return tags.contains(said) || tags.size() < MOST_TAGS && tags.add(said);
    }

    boolean list(String said) {
        var free = list == null;
        list = free ? said : list;
        return free;
    }

    boolean rhythm(Rhythm said) {
        var free = rhythm == null;
        rhythm = free ? said : rhythm;
        return free;
    }

    FastAdd entitled(String title, List<Piece> pieces, ZonedDateTime now) {
        var rule = rhythm == null ? null : rhythm.rule();
        return new FastAdd(title, due(now), timeOfDay(now), priority, List.copyOf(tags), list, rule, pieces);
    }

    private LocalDate due(ZonedDateTime now) {
        if (isEvening && isAfterMidnight(now)) {
            return date.plusDays(1);
        }
        if (date != null || time == null && rhythm == null) {
            return date;
        }
        var earliest = hasPassed(now) ? now.toLocalDate().plusDays(1) : now.toLocalDate();
        return rhythm == null ? earliest : rhythm.firstFrom(earliest);
    }

    private LocalTime timeOfDay(ZonedDateTime now) {
        if (!isEvening) {
            return time;
        }
        if (time == null) {
            return now.toLocalTime().isBefore(EVENING) ? EVENING : null;
        }
        var isOfClockFace = time.getHour() >= FIRST_OF_EVENING && time.getHour() <= HALF_A_DAY;
        return isOfClockFace ? time.plusHours(HALF_A_DAY) : time;
    }

    /** The evening goes on into the night: what has been this morning is of tomorrow. */
    private boolean isAfterMidnight(ZonedDateTime now) {
        var told = timeOfDay(now);
        return told != null
                && told.getHour() < FIRST_OF_EVENING
                && !now.toLocalTime().isBefore(told);
    }

    /** As the Tasks API counts: a time that a clock skips is the one after, of a time told twice it is the first. */
    private boolean hasPassed(ZonedDateTime now) {
        return time != null
                && now.toLocalDate().atTime(time).atZone(now.getZone()).isBefore(now);
    }
}
