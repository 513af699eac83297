package com.taskmaster.tasks.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of one field; absent is a value, too. */
@RegisterForReflection // kept as JSON in a column, which no operation names
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldChange(
        @Schema(required = true, examples = "title") String field,

        @Schema(implementation = Object.class, description = "The value before", examples = "Water the plants")
        JsonNode from,

        @Schema(implementation = Object.class, description = "The value after", examples = "Water all plants")
        JsonNode to) {}
