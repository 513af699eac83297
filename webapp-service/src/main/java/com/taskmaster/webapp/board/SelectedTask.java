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
 * @param time at which it is due by the clock of who selects it, where the task goes by another one
 */
record SelectedTask(UUID id, int version, Optional<LocalTime> time, List<String> tags) {

    private static final int PARTS = 4;

    /** As the page's form sends it. */
    static String value(Task task, ZoneId zone) {
        var second = Optional.ofNullable(task.due())
                .filter(due -> due.time() != null && !zone.getId().equals(due.zone()))
                .map(due -> Integer.toString(due.in(zone).time().toSecondOfDay()))
                .orElse("");
        return String.join(
                ":", task.id().toString(), Integer.toString(task.version()), second, String.join(",", task.tags()));
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
            return new SelectedTask(
                    UUID.fromString(parts[0]),
                    Integer.parseInt(parts[1]),
                    Optional.of(parts[2])
                            .filter(second -> !second.isEmpty())
                            .map(second -> LocalTime.ofSecondOfDay(Long.parseLong(second))),
                    Stream.of(parts[3].split(",")).filter(tag -> !tag.isEmpty()).toList());
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new BadRequestException(e);
        }
    }

    /** On another day: as late as it was, by the clock of who selects it. */
    TaskChanges dueOn(LocalDate date, TaskChanges others, ZoneId zone) {
        return time.map(clock -> others.due(Due.at(date.atTime(clock), zone))).orElseGet(() -> others.dueOn(date));
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
