package com.taskmaster.tasks.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The change of one field; a missing value is null. */
@RegisterForReflection // stored as JSON in a column
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldChange(
        @Schema(required = true, examples = "title") String field,

        @Schema(implementation = Object.class, description = "The value before", examples = "Water the plants")
        JsonNode from,

        @Schema(implementation = Object.class, description = "The value after", examples = "Water all plants")
        JsonNode to) {}
