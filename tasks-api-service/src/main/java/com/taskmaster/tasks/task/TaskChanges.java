package com.taskmaster.tasks.task;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a caller may change of a task: the target of a JSON Merge Patch (RFC 7396). */
@RegisterForReflection // no operation names it: the patch is read as it came, and then merged
record TaskChanges(
        @Title @Schema(minLength = 1, maxLength = 500, examples = "Water all plants")
        String title,

        @NotNull Boolean completed) {

    TaskChanges {
        title = title == null ? null : title.strip();
    }

    /** The state that a patch starts from. */
    static TaskChanges none(Task task) {
        return new TaskChanges(task.title(), task.isCompleted());
    }

    void applyTo(Task task) {
        task.rename(title);
        if (completed) {
            task.complete();
        } else {
            task.reopen();
        }
    }
}
