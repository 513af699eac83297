package com.taskmaster.tasks.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.taskmaster.tasks.schedule.Due;
import com.taskmaster.tasks.schedule.Repeat;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A task as its owner sees it; members without a value are left out.
 *
 * @param next the next occurrence, created when the task was completed
 * @param version the value of its ETag
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection // operations with an Idempotency-Key return Object
public record TaskView(
        @Schema(required = true, examples = "0193a3c1-55d2-7c3e-9d4f-6a1b2c3d4e5f")
        UUID id,

        @Schema(required = true, examples = "Water the plants")
        String title,

        @Schema(examples = "The **big** ones first") String notes,

        @Schema(required = true, examples = "0192f1b2-7c5e-7a10-8f3b-2f6f0c9d1e55")
        UUID list,

        Due due,
        @Schema(required = true) Priority priority,

        @Schema(required = true, examples = "[\"home\"]") List<String> tags,

        @Schema(required = true) List<ChecklistItem> checklist,
        Repeat repeat,
        @Schema(required = true, examples = "-65536") double position,
        @Schema(required = true, examples = "false") boolean completed,
        Instant completedAt,
        Instant trashedAt,

        @Schema(examples = "0193a3c1-9f00-7b1a-8c2d-3e4f5a6b7c8d")
        UUID next,

        @Schema(required = true, examples = "2026-11-20T08:00:00.000001Z")
        Instant createdAt,

        @Schema(required = true, examples = "2026-11-21T17:04:05.123456Z")
        Instant changedAt,

        @Schema(required = true, examples = "3") int version) {

    public static TaskView of(Task task) {
        return new TaskView(
                task.id(),
                task.title(),
                task.notes(),
                task.listId(),
                task.due(),
                task.priority(),
                task.tags(),
                task.checklist(),
                task.repeat(),
                task.position(),
                task.isCompleted(),
                task.completedAt(),
                task.trashedAt(),
                task.nextId(),
                task.createdAt(),
                task.changedAt(),
                task.version());
    }
}
