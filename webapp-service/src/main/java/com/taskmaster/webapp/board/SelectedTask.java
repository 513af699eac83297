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
 * A task that was selected, as it was when the page was shown; the version holds the tags and the time to be those.
 *
 * @param clock at which it is due for the person who selects it, where the task goes by another one
 */
record SelectedTask(UUID id, int version, Optional<Clock> clock, List<String> tags) {

    /** What a clock somewhere shows. */
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

    /** Stands in front of the second of the day, and of the zone. */
    private static final String CLOCK = "@";

    /** As the page's form sends it. */
    static String value(Task task, ZoneId zone) {
        var clock = Optional.ofNullable(task.due())
                .filter(due -> due.time() != null && !zone.getId().equals(due.zone()))
                .map(due -> Clock.of(due, zone).value())
                .orElse("");
        return task.id() + ":" + task.version() + clock + ":" + String.join(",", task.tags());
    }

    /**
     * A page that was read part by part may show a task that has moved meanwhile twice: then as it is shown last.
     *
     * @throws BadRequestException if one is nothing that {@link #value} writes
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

    /** On another day: as late as it was, for the person who selects it. */
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
