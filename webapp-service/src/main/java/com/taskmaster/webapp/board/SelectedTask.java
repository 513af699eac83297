package com.taskmaster.webapp.board;

import com.taskmaster.webapp.tasks.Due;
import com.taskmaster.webapp.tasks.Task;
import com.taskmaster.webapp.tasks.TaskChanges;
import jakarta.ws.rs.BadRequestException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A selected task, as it was when the page was rendered. The version guarantees that its tags and time are still the
 * same.
 *
 * @param clock the due time in the user's time zone, if the task has another zone
 */
record SelectedTask(UUID id, int version, Optional<Clock> clock, List<String> tags) {

    /** A local time and its zone. */
    record Clock(LocalTime time, ZoneId zone) {

        private static Clock of(Due due, ZoneId zone) {
            return new Clock(due.in(zone).time(), zone);
        }

        private static Clock parse(String value) {
            var parts = value.split(CLOCK, 2);
            return new Clock(LocalTime.ofSecondOfDay(Long.parseLong(parts[0])), ZoneId.of(parts[parts.length - 1]));
        }

        private String value() {
            return CLOCK + time.toSecondOfDay() + CLOCK + zone.getId();
        }
    }

    private static final int PARTS = 3;

    /** Precedes the second of the day, and the zone. */
    private static final String CLOCK = "@";

    /** The value that the page's form sends. */
    static String value(Task task, ZoneId zone) {
        var clock = Optional.ofNullable(task.due())
                .filter(due -> due.time() != null && !zone.getId().equals(due.zone()))
                .map(due -> Clock.of(due, zone).value())
                .orElse("");
        return task.id() + ":" + task.version() + clock + ":" + String.join(",", task.tags());
    }

    /**
     * A page loaded in parts may show a task twice if it moved in the meantime; the last occurrence counts.
     *
     * @throws BadRequestException if a value was not written by {@link #value}
     */
    static List<SelectedTask> parse(List<String> values) {
        var tasks = new LinkedHashMap<UUID, SelectedTask>();
        values.stream().map(SelectedTask::parse).forEach(task -> tasks.put(task.id(), task));
        return List.copyOf(tasks.values());
    }

    private static SelectedTask parse(String value) {
        var parts = value.split(":", PARTS);
        if (parts.length != PARTS) {
            throw new BadRequestException();
        }
        try {
            var version = parts[1].split(CLOCK, 2);
            return new SelectedTask(
                    UUID.fromString(parts[0]),
                    Integer.parseInt(version[0]),
                    version.length == 1 ? Optional.empty() : Optional.of(Clock.parse(version[1])),
                    Stream.of(parts[2].split(",")).filter(tag -> !tag.isEmpty()).toList());
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new BadRequestException(e);
        }
    }

    /** Moves the task to another day and keeps its time, as the user sees it. */
    TaskChanges dueOn(LocalDate date, TaskChanges others) {
        return clock.map(shown -> others.due(Due.at(date.atTime(shown.time()), shown.zone())))
                .orElseGet(() -> others.dueOn(date));
    }

    List<String> tagsWith(String tag) {
        return Stream.concat(tags.stream(), Stream.of(required(tag))).distinct().toList();
    }

    List<String> tagsWithout(String tag) {
        var unwanted = required(tag);
        return tags.stream().filter(other -> !other.equals(unwanted)).toList();
    }

    private static String required(String tag) {
        if (tag == null || tag.isBlank()) {
            throw new BadRequestException();
        }
        return tag.strip();
    }
}
