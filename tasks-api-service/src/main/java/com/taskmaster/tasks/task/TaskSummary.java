package com.taskmaster.tasks.task;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How many tasks each view holds.
 *
 * @param overdue of the open ones, like the other views by due date
 * @param lists the lists that hold open tasks
 */
record TaskSummary(
        @Schema(required = true, examples = "12") long open,
        @Schema(required = true, examples = "140") long completed,
        @Schema(required = true, examples = "3") long trashed,
        @Schema(required = true, examples = "1") long overdue,
        @Schema(required = true, examples = "2") long today,
        @Schema(required = true, examples = "5") long upcoming,

        @Schema(required = true, description = "Open and never due", examples = "4")
        long none,

        @Schema(required = true) List<ListCount> lists) {

    /** How many open tasks a list holds. */
    record ListCount(
            @Schema(required = true, examples = "0192f1b2-7c5e-7a10-8f3b-2f6f0c9d1e55")
            UUID list,

            @Schema(required = true, examples = "12") long open) {}
}
