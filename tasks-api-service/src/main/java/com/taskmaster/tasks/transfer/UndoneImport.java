package com.taskmaster.tasks.transfer;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The result of undoing an import.
 *
 * @param kept the tasks changed since the import
 */
record UndoneImport(
        @Schema(required = true, description = "Tasks put into the trash by this request", examples = "118")
        long trashed,

        @Schema(required = true, description = "Tasks kept because they were changed since the import", examples = "2")
        long kept) {}
