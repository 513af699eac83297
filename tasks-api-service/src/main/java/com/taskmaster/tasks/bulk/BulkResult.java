package com.taskmaster.tasks.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.taskmaster.tasks.history.FieldChange;
import com.taskmaster.tasks.task.TaskView;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The results of the operations, in the order of the request. */
@RegisterForReflection // operations with an Idempotency-Key return Object
record BulkResult(@Schema(required = true) List<Outcome> results) {

    /**
     * The result of one operation.
     *
     * @param status the status that the operation would have on its own
     * @param task the task as it is now; absent if it was deleted
     * @param changes what changed; absent if it was created or deleted
     */
    @Schema(name = "BulkOutcome")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @RegisterForReflection // like the enclosing record
    record Outcome(
            @Schema(required = true, examples = "200") int status,

            @Schema(required = true, examples = "0193a3c1-55d2-7c3e-9d4f-6a1b2c3d4e5f")
            UUID id,

            TaskView task,
            List<FieldChange> changes) {}
}
