package com.taskmaster.webapp.tasks;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;

/**
 * An entry of a task's history.
 *
 * @param client the client that made the change; {@code null} if the API itself did
 */
public record Change(Instant changedAt, String client, List<Field> fields) {

    /** The change of one field; {@code null} stands for no value. */
    public record Field(String field, JsonNode from, JsonNode to) {}
}
