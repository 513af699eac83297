package com.taskmaster.tasks.task;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A tag, and how many open tasks have it. */
@RegisterForReflection // Hibernate makes it of a row
record TagCount(
        @Schema(required = true, examples = "home") String tag,
        @Schema(required = true, examples = "7") long open) {}
