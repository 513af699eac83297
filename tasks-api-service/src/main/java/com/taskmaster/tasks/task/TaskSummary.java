package com.taskmaster.tasks.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The number of tasks in each view.
 *
 * @param overdue open tasks, as in the other views by due date
 * @param lists all lists by position, including the inbox
 * @param tags the most used tags of the open tasks, by name
 */
record TaskSummary(
        @Schema(required = true, examples = "12") long open,
        @Schema(required = true, examples = "140") long completed,
        @Schema(required = true, examples = "3") long trashed,
        @Schema(required = true, examples = "1") long overdue,
        @Schema(required = true, examples = "2") long today,
        @Schema(required = true, examples = "5") long upcoming,

        @Schema(required = true, description = "Open, without a due date", examples = "4")
        long none,

        @Schema(required = true, description = "By position, including the inbox")
        List<ListCount> lists,

        @Schema(
                required = true,
                maxItems = TaskSummary.MOST_TAGS,
                description = "The most used tags, by name; GET /tags has all")
        List<TagCount> tags) {

    static final int MOST_TAGS = 200;

    /** A list and its number of open tasks. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ListCount(
            @Schema(required = true, examples = "0192f1b2-7c5e-7a10-8f3b-2f6f0c9d1e55")
            UUID list,

            @Schema(required = true, examples = "Garden") String name,
            @Schema(examples = "#1e88e5") String color,
            @Schema(required = true, examples = "false") boolean inbox,
            @Schema(required = true, examples = "65536") double position,
            @Schema(required = true, examples = "3") int version,
            @Schema(required = true, examples = "12") long open) {}
}
