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

/** Up to 500 operations that all happen, or none of them. */
record BulkRequest(
        @NotEmpty @Size(max = 500) @Schema(
                required = true,
                minItems = 1,
                maxItems = 500,
                examples = "[{\"op\": \"create\", \"task\": {\"title\": \"Water the plants\"}}]")
        List<Operation> operations) {

    /**
     * Each by itself, and not with the whole: what is wrong with one is forgotten as soon as it is told.
     *
     * @throws InvalidRequest with what is wrong, as far as it is told
     */
    void requireValid(Validator validator) {
        var errors = new ArrayList<FieldError>();
        for (var i = 0; i < operations.size() && errors.size() < InvalidRequest.MOST_TOLD; i++) {
            errors.addAll(InvalidRequest.errorsOf("operations[" + i + "]", validator.validate(operations.get(i))));
        }
        if (!errors.isEmpty()) {
            throw new InvalidRequest("The request holds values that are not allowed", errors);
        }
    }

    /** What is done to a task. */
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
     * @param op what is done
     * @param id which task is changed or deleted
     * @param version if given, the operation is refused when the task has another one
     * @param task the task to be made
     * @param changes the JSON Merge Patch (RFC 7396) of the task to be changed
     */
    @Complete
    @Schema(name = "BulkOperation")
    record Operation(
            @NotNull @Schema(required = true) Kind op,

            @Schema(
                    description = "The task to be changed or deleted, which no other operation names",
                    examples = "0193a3c1-55d2-7c3e-9d4f-6a1b2c3d4e5f")
            UUID id,

            @Schema(
                    description = "If given, another version of the task before the request refuses the operation",
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
