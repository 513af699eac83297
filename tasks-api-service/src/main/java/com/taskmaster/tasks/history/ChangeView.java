package com.taskmaster.tasks.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A change as the task's owner sees it.
 *
 * @param client the client that made it; absent if the service made it itself
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ChangeView(
        @Schema(required = true, examples = "2026-11-21T17:04:05.123456Z")
        Instant changedAt,

        @Schema(examples = "taskmaster-webapp") String client,
        @Schema(required = true) List<FieldChange> fields) {

    static ChangeView of(Change change) {
        return new ChangeView(change.changedAt(), change.client(), change.fields());
    }
}
