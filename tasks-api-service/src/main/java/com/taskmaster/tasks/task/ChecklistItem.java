package com.taskmaster.tasks.task;

import com.taskmaster.tasks.http.ControlCharacters;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A step of a task's checklist. */
@RegisterForReflection // stored as JSON in a column
public record ChecklistItem(
        @Title
        @Schema(
                required = true,
                minLength = 1,
                maxLength = 500,
                pattern = ControlCharacters.NONE,
                examples = "Buy soil")
        String text,

        boolean done) {

    public ChecklistItem {
        text = text == null ? null : text.strip();
    }
}
