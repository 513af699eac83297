package com.taskmaster.tasks.transfer.format;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.taskmaster.tasks.schedule.Due;
import com.taskmaster.tasks.schedule.Repeat;
import com.taskmaster.tasks.task.ChecklistItem;
import com.taskmaster.tasks.task.Priority;
import com.taskmaster.tasks.task.Task;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A task in a file: what an export contains and an import may set. Empty strings become null, because not every format
 * can tell them apart.
 *
 * @param list the name of the list; {@code null} is the inbox
 * @param position {@code null} is the top of the list
 * @param createdAt {@code null} is the time of the import
 * @param completedAt {@code null} is an open task
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection(targets = {TransferredTask.class, Due.class, Repeat.class, Repeat.From.class, Priority.class})
public record TransferredTask(
        @Schema(required = true, examples = "Water the plants")
        String title,

        String notes,
        String list,
        Due due,
        Priority priority,
        List<String> tags,
        List<ChecklistItem> checklist,
        Repeat repeat,
        Double position,
        Instant createdAt,
        Instant completedAt) {

    public TransferredTask {
        title = presence(title);
        notes = presence(notes);
        list = presence(list);
        priority = priority == null ? Priority.NONE : priority;
        tags = tags == null ? List.of() : List.copyOf(tags);
        checklist = checklist == null ? List.of() : List.copyOf(checklist);
    }

    /** @param list the name of the task's list; {@code null} is the inbox */
    public static TransferredTask of(Task task, String list) {
        return new TransferredTask(
                task.title(),
                task.notes(),
                list,
                task.due(),
                task.priority(),
                task.tags(),
                task.checklist(),
                task.repeat(),
                task.position(),
                task.createdAt(),
                task.completedAt());
    }

    private static String presence(String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
