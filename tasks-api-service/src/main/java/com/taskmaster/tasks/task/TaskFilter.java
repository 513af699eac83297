package com.taskmaster.tasks.task;

import com.taskmaster.tasks.http.Ids;
import com.taskmaster.tasks.http.InvalidParameter;
import com.taskmaster.tasks.http.QueryParameters;
import com.taskmaster.tasks.schedule.Due;
import com.taskmaster.tasks.schedule.DueRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Selects tasks.
 *
 * @param tags the task has all of them
 * @param undated only tasks without a due date
 * @param search its words are prefixes of words in title, notes, tags or checklist
 */
record TaskFilter(
        Status status,
        Optional<UUID> list,
        List<String> tags,
        Optional<Priority> priority,
        Optional<DueRange> due,
        boolean undated,
        Optional<String> search) {

    private static final int LONGEST_SEARCH = 500;

    private enum DueView {
        OVERDUE,
        TODAY,
        UPCOMING,
        NONE
    }

    /** @throws InvalidParameter naming the invalid parameter */
    static TaskFilter of(QueryParameters query) {
        var view = query.one("due", DueView.class);
        return new TaskFilter(
                query.one("status", Status.class).orElse(Status.OPEN),
                query.one("list", "the id of a list", Ids::parse),
                tags(query),
                query.one("priority", Priority.class),
                due(query, view),
                view.filter(DueView.NONE::equals).isPresent(),
                search(query));
    }

    /** The time zone in which days begin and end; UTC by default. */
    static ZoneId zone(QueryParameters query) {
        return query.one("zone", "an IANA time zone, like Europe/Berlin", Due::zone)
                .orElse(ZoneOffset.UTC);
    }

    private static List<String> tags(QueryParameters query) {
        var tags = query.many("tag");
        if (tags.size() > TaskDetails.MOST_TAGS) {
            throw new InvalidParameter("tag", "must not be repeated more than " + TaskDetails.MOST_TAGS + " times");
        }
        if (tags.stream().anyMatch(tag -> tag.codePointCount(0, tag.length()) > Tag.LONGEST)) {
            throw new InvalidParameter("tag", "must not be longer than " + Tag.LONGEST + " characters");
        }
        if (tags.stream().anyMatch(tag -> tag.contains(","))) {
            throw new InvalidParameter("tag", "must not contain a comma: no tag does");
        }
        return tags;
    }

    private static Optional<DueRange> due(QueryParameters query, Optional<DueView> view) {
        var zone = zone(query);
        var from = date(query, "due.from");
        var to = date(query, "due.to");
        if (from.isEmpty() && to.isEmpty()) {
            var now = Instant.now();
            return view.flatMap(chosen -> switch (chosen) {
                case OVERDUE -> Optional.of(DueRange.overdue(now, zone));
                case TODAY -> Optional.of(DueRange.today(now, zone));
                case UPCOMING -> Optional.of(DueRange.upcoming(now, zone));
                case NONE -> Optional.empty();
            });
        }
        if (view.isPresent()) {
            throw new InvalidParameter("due", "cannot be combined with due.from and due.to");
        }
        return Optional.of(DueRange.between(from.orElse(null), to.orElse(null), zone));
    }

    private static Optional<LocalDate> date(QueryParameters query, String name) {
        return query.one(name, "a date like 2026-12-24, from 1900 to 2999", text -> {
            var date = LocalDate.parse(text);
            if (!Due.isInReach(date)) {
                throw new IllegalArgumentException(text);
            }
            return date;
        });
    }

    private static Optional<String> search(QueryParameters query) {
        var search = query.one("q");
        if (search.filter(text -> text.codePointCount(0, text.length()) > LONGEST_SEARCH)
                .isPresent()) {
            throw new InvalidParameter("q", "must not be longer than " + LONGEST_SEARCH + " characters");
        }
        if (search.filter(text -> text.codePoints().noneMatch(Character::isLetterOrDigit))
                .isPresent()) {
            throw new InvalidParameter("q", "must contain a letter or a digit");
        }
        return search;
    }
}
