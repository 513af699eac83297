package com.taskmaster.tasks.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.taskmaster.tasks.history.FieldChange;
import com.taskmaster.tasks.task.TaskView;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of each operation, in the order of the request. */
@RegisterForReflection // no return type names it: what is kept for an Idempotency-Key is any answer
record BulkResult(@Schema(required = true) List<Outcome> results) {

    /**
     * What became of one operation.
     *
     * @param status as the operation alone would have been answered
     * @param task the task as it is now; absent where it was deleted
     * @param changes what has changed in it; absent where it was made or deleted
     */
    @Schema(name = "BulkOutcome")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @RegisterForReflection // as the whole
    record Outcome(
            @Schema(required = true, examples = "200") int status,

            @Schema(required = true, examples = "0193a3c1-55d2-7c3e-9d4f-6a1b2c3d4e5f")
            UUID id,

            TaskView task,
            List<FieldChange> changes) {}
}
