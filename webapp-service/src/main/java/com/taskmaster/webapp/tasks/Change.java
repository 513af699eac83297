package com.taskmaster.webapp.tasks;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;

/**
 * An entry of a task's history.
 *
 * @param client through which it was made; {@code null} if the API made it by itself
 */
public record Change(Instant changedAt, String client, List<Field> fields) {

    /** What became of one field; {@code null} is a value, too. */
    public record Field(String field, JsonNode from, JsonNode to) {}
}
