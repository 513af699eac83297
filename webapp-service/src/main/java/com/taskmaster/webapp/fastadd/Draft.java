package com.taskmaster.webapp.fastadd;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The task as understood so far. */
final class Draft {

    private static final int MOST_TAGS = 20;
    private LocalDate date;
    private LocalTime time;

    /** The part of the date, or of each recurrence. */
    private PartOfDay part;

    /** Whether the time was explicitly given as a time of the night, and is after midnight. */
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

    /** Sets date and time together. */
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

    /** A night continues into the next day; a time that has passed this morning belongs to the coming night. */
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

    /** As in the Tasks API, a time within a DST gap is moved forward, and one in an overlap is the earlier one. */
    private boolean hasPassed(ZonedDateTime now) {
        var told = timeOfDay(now);
        return told != null
                && now.toLocalDate().atTime(told).atZone(now.getZone()).isBefore(now);
    }
}
