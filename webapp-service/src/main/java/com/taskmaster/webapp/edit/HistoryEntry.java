package com.taskmaster.webapp.edit;

import com.fasterxml.jackson.databind.JsonNode;
import com.taskmaster.webapp.tasks.Change;
import com.taskmaster.webapp.tasks.Summary;
import com.taskmaster.webapp.tasks.Summary.ListSummary;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A change of a task as its page tells it.
 *
 * @param at when, in the person's language and time zone
 * @param client through which it was made; {@code null} if the API made it by itself
 */
public record HistoryEntry(String at, String client, List<Line> lines) {

    /** What became of one field; empty is a value, too. */
    public record Line(String field, String from, String to) {}

    static HistoryEntry of(Change change, Summary summary, DateTimeFormatter times) {
        return new HistoryEntry(
                times.format(change.changedAt()),
                change.client(),
                change.fields().stream()
                        .filter(field -> !field.field().equals("position"))
                        .map(field -> new Line(
                                field.field(),
                                text(field.field(), field.from(), summary),
                                text(field.field(), field.to(), summary)))
                        .toList());
    }

    private static String text(String field, JsonNode value, Summary summary) {
        if (value == null || value.isNull()) {
            return "";
        }
        if (field.equals("list")) {
            return summary.list(UUID.fromString(value.asText()))
                    .map(ListSummary::name)
                    .orElse("");
        }
        return text(value);
    }

    private static String text(JsonNode value) {
        return value.isContainerNode()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(HistoryEntry::text)
                        .collect(Collectors.joining(" "))
                : value.asText();
    }
}
