package com.taskmaster.tasks.transfer;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The tasks of an undone import.
 *
 * @param kept the tasks changed since the import
 */
@RegisterForReflection // Hibernate instantiates it from a row
record UndoneImport(
        @Schema(required = true, description = "Tasks of the import in the trash", examples = "118")
        long trashed,

        @Schema(required = true, description = "Tasks kept because they were changed since the import", examples = "2")
        long kept) {}
