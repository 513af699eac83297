package com.taskmaster.webapp.board;

import com.taskmaster.webapp.tasks.Task;
import jakarta.ws.rs.BadRequestException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A task that was selected, as it was when the page was shown; the version holds the tags to be those.
 */
record SelectedTask(UUID id, int version, List<String> tags) {

    /** As the page's form sends it. */
    static String value(Task task) {
        return task.id() + ":" + task.version() + ":" + String.join(",", task.tags());
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
        var parts = value.split(":", 3);
        if (parts.length != 3) {
            throw new BadRequestException();
        }
        try {
            return new SelectedTask(
                    UUID.fromString(parts[0]),
                    Integer.parseInt(parts[1]),
                    Stream.of(parts[2].split(",")).filter(tag -> !tag.isEmpty()).toList());
        } catch (IllegalArgumentException e) {
            throw new BadRequestException(e);
        }
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
