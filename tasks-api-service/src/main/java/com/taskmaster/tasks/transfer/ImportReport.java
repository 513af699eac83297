package com.taskmaster.tasks.transfer;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an import did, or would do.
 *
 * @param id by which it can be undone; absent where there is nothing to be undone
 * @param refusals the first 1,000 of them
 * @param tasks absent where they were imported, as are the new lists
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection // no return type names it: what is kept for an Idempotency-Key is any answer
record ImportReport(
        @Schema(
                description = "By which it can be undone; absent where nothing was stored",
                examples = "8e03978e-40d5-43dd-bc93-6894a57f9324")
        UUID id,

        @Schema(required = true, description = "Whether nothing was stored", examples = "false")
        boolean dryRun,

        @Schema(required = true, examples = "120") long imported,
        @Schema(required = true, examples = "1") long refused,

        @Schema(required = true, description = "The first 1,000 of them")
        List<Refusal> refusals,

        @Schema(
                description = "Of a dry run alone: the first " + Preview.MOST_TASKS
                        + " tasks as they would be stored. There are fewer of them where they have more than 1 MiB of "
                        + "notes and checklists")
        List<TransferredTask> tasks,

        @Schema(
                description = "Of a dry run alone: the names of the lists that would be made, in the order of the file",
                examples = "[\"Garden\"]")
        List<String> newLists) {

    /**
     * A row that cannot be had.
     *
     * @param line where it begins in the file, from 1
     * @param field absent where it is the row as a whole
     * @param code of the {@link Reason}
     */
    @Schema(name = "ImportRefusal")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @RegisterForReflection // as the whole
    record Refusal(
            @Schema(required = true, examples = "7") long line,
            @Schema(examples = "due_date") String field,

            @Schema(required = true, description = "Why; it stays the same whatever the words", examples = "date")
            String code,

            @Schema(required = true, description = "Why, in words", examples = "must be a date, like 2026-12-24")
            String reason) {

        /** Where it is, in words. */
        String place() {
            return "line " + line + (field == null ? "" : ": " + field);
        }
    }
}
