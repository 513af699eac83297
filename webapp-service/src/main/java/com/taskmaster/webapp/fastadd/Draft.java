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
    private LocalDate date;
    private LocalTime time;

    /** Of the day that is said, or of each. */
    private PartOfDay part;

    /** Whether the time is one of the night, and was said to be. */
    private boolean isOfSmallHours;

    private Priority priority;
    private final Set<String> tags = new LinkedHashSet<>();
    private String list;
    private Rhythm rhythm;

    boolean date(LocalDate said) {
        var free = date == null;
        date = free ? said : date;
        return free;
    }

    boolean dateInPart(InPart<LocalDate> said) {
        return inPart(date(said.said()), said.part());
    }

    boolean time(InPart<LocalTime> said) {
        var free = time == null;
        if (free) {
            time = said.said();
            isOfSmallHours = said.part() != null && said.part().isAfterMidnight(time);
        }
        return free;
    }

    /** A date and a time at once. */
    boolean moment(ZonedDateTime said) {
        return date == null && time == null && date(said.toLocalDate()) && time(new InPart<>(said.toLocalTime(), null));
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

    boolean rhythmInPart(InPart<Rhythm> said) {
        return inPart(rhythm(said.said()), said.part());
    }

    private boolean inPart(boolean free, PartOfDay said) {
        part = free && part == null ? said : part;
        return free;
    }

    FastAdd entitled(String title, List<Piece> pieces, ZonedDateTime now) {
        var rule = rhythm == null ? null : rhythm.rule();
        return new FastAdd(title, due(now), timeOfDay(now), priority, List.copyOf(tags), list, rule, pieces);
    }

    private LocalDate due(ZonedDateTime now) {
        if (date != null) {
            return isOfNextDay(now) ? date.plusDays(1) : date;
        }
        if (time == null && rhythm == null) {
            return null;
        }
        var earliest = hasPassed(now) ? now.toLocalDate().plusDays(1) : now.toLocalDate();
        return rhythm == null ? earliest : rhythm.firstFrom(earliest);
    }

    private LocalTime timeOfDay(ZonedDateTime now) {
        if (part == null) {
            return time;
        }
        if (time != null) {
            return part.ofDay(time);
        }
        return isToday(now) && !now.toLocalTime().isBefore(part.usual()) ? null : part.usual();
    }

    /** A night goes on into the next day, and what has been this morning is of the night that comes. */
    private boolean isOfNextDay(ZonedDateTime now) {
        if (time == null) {
            return false;
        }
        var isAhead = isToday(now) && now.toLocalTime().isBefore(timeOfDay(now));
        return part == null ? isOfSmallHours && isToday(now) && !isAhead : part.isAfterMidnight(time) && !isAhead;
    }

    private boolean isToday(ZonedDateTime now) {
        return now.toLocalDate().equals(date);
    }

    /** As the Tasks API counts: a time that a clock skips is the one after, of a time told twice it is the first. */
    private boolean hasPassed(ZonedDateTime now) {
        var told = timeOfDay(now);
        return told != null
                && now.toLocalDate().atTime(told).atZone(now.getZone()).isBefore(now);
    }
}
