package com.taskmaster.tasks.transfer;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of the tasks of an import that was undone.
 *
 * @param kept those that had been changed since
 */
record UndoneImport(
        @Schema(required = true, description = "How many this request has put into the trash", examples = "118")
        long trashed,

        @Schema(
                required = true,
                description = "How many were changed since they were imported, and stay",
                examples = "2")
        long kept) {}
