package com.taskmaster.tasks.bulk;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.taskmaster.tasks.http.InvalidRequest;
import com.taskmaster.tasks.http.InvalidRequest.FieldError;
import com.taskmaster.tasks.task.Task;
import com.taskmaster.tasks.task.TaskDetails;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Up to 500 operations, applied all together or not at all. */
record BulkRequest(
        @NotEmpty @Size(max = 500) @Schema(
                required = true,
                minItems = 1,
                maxItems = 500,
                examples = "[{\"op\": \"create\", \"task\": {\"title\": \"Water the plants\"}}]")
        List<Operation> operations) {

    /**
     * Validates each operation on its own and not the request as a whole, so that violations do not pile up in memory.
     *
     * @throws InvalidRequest with the first {@link InvalidRequest#MOST_TOLD} errors
     */
    void requireValid(Validator validator) {
        var errors = new ArrayList<FieldError>();
        for (var i = 0; i < operations.size() && errors.size() < InvalidRequest.MOST_TOLD; i++) {
            errors.addAll(InvalidRequest.errorsOf("operations[" + i + "]", validator.validate(operations.get(i))));
        }
        if (!errors.isEmpty()) {
            throw new InvalidRequest("The request contains values that are not allowed", errors);
        }
    }

    /** What an operation does to a task. */
    enum Kind {
        @JsonProperty("create")
        CREATE,
        @JsonProperty("change")
        CHANGE,
        @JsonProperty("delete")
        DELETE
    }

    /**
     * One operation.
     *
     * @param op what to do
     * @param id the task to change or delete
     * @param version if given, the operation is refused unless the task has this version
     * @param task the task to create
     * @param changes the JSON Merge Patch (RFC 7396) to apply
     */
    @Complete
    @Schema(name = "BulkOperation")
    record Operation(
            @NotNull @Schema(required = true) Kind op,

            @Schema(
                    description = "The task to change or delete; no other operation may name it",
                    examples = "0193a3c1-55d2-7c3e-9d4f-6a1b2c3d4e5f")
            UUID id,

            @Schema(
                    description =
                            "If given, the operation is refused unless the task had this version before the request",
                    examples = "3")
            Integer version,

            @Valid TaskDetails task,
            @Schema(implementation = TaskDetails.class) JsonNode changes) {

        boolean changesCompletionOf(Task stored) {
            return op == Kind.CHANGE
                    && changes.has("completed")
                    && changes.get("completed").asBoolean() != stored.isCompleted();
        }
    }
}
