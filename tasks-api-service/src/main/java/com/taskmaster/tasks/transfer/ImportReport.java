package com.taskmaster.tasks.transfer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.taskmaster.tasks.transfer.format.Reason;
import com.taskmaster.tasks.transfer.format.TransferredTask;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The result of an import or of a dry run.
 *
 * @param id identifies the import for undoing it; absent if nothing was stored
 * @param refusals the first 1,000
 * @param tasks only in a dry run, like the new lists
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection // operations with an Idempotency-Key return Object
record ImportReport(
        @Schema(
                description = "Identifies the import for undoing it; absent if nothing was stored",
                examples = "8e03978e-40d5-43dd-bc93-6894a57f9324")
        UUID id,

        @Schema(required = true, description = "Whether this was a dry run, which stores nothing", examples = "false")
        boolean dryRun,

        @Schema(required = true, examples = "120") long imported,
        @Schema(required = true, examples = "1") long refused,

        @Schema(required = true, description = "The first 1,000")
        List<Refusal> refusals,

        @Schema(
                description = "Only in a dry run: the first " + Preview.MOST_TASKS
                        + " tasks as they would be stored; fewer if they have more than 1 MiB of "
                        + "notes and checklists")
        List<TransferredTask> tasks,

        @Schema(
                description =
                        "Only in a dry run: the names of the lists that would be created, in the order of the file",
                examples = "[\"Garden\"]")
        List<String> newLists) {

    /**
     * A rejected row.
     *
     * @param line where it begins in the file, from 1
     * @param field absent if the row as a whole was rejected
     * @param code of the {@link Reason}
     */
    @Schema(name = "ImportRefusal")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @RegisterForReflection // like the enclosing record
    record Refusal(
            @Schema(required = true, examples = "7") long line,
            @Schema(examples = "due_date") String field,

            @Schema(required = true, description = "Why, as a stable code", examples = "date")
            String code,

            @Schema(required = true, description = "Why, in words", examples = "must be a date, like 2026-12-24")
            String reason) {

        /** The place in words. */
        String place() {
            return "line " + line + (field == null ? "" : ": " + field);
        }
    }
}
