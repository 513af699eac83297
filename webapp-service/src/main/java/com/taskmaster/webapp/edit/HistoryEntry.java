package com.taskmaster.webapp.edit;

import com.fasterxml.jackson.databind.JsonNode;
import com.taskmaster.webapp.tasks.Change;
import com.taskmaster.webapp.tasks.Summary;
import com.taskmaster.webapp.tasks.Summary.ListSummary;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A change of a task as its page tells it.
 *
 * @param client through which it was made; {@code null} if the API made it by itself
 */
public record HistoryEntry(Instant at, String client, List<Line> lines) {

    /** What became of one field; empty is a value, too. */
    public record Line(String field, String from, String to) {

        private boolean isWorthTelling() {
            return !field.equals("position") && !(from.isEmpty() && (to.isEmpty() || to.equals("false")));
        }
    }

    static HistoryEntry of(Change change, Summary summary) {
        return new HistoryEntry(
                change.changedAt(),
                change.client(),
                change.fields().stream()
                        .map(field -> new Line(
                                field.field(),
                                text(field.field(), field.from(), summary),
                                text(field.field(), field.to(), summary)))
                        .filter(Line::isWorthTelling)
                        .toList());
    }

    private static String text(String field, JsonNode value, Summary summary) {
        if (value == null || value.isNull()) {
            return "";
        }
        return switch (field) {
            case "list" ->
                summary.list(UUID.fromString(value.asText()))
                        .map(ListSummary::name)
                        .orElse("");
            case "tags" -> joined(value, ", ", JsonNode::asText);
            case "checklist" -> joined(value, "\n", HistoryEntry::step);
            case "repeat" -> value.path("rule").asText();
            case "due" -> joined(value, " ", JsonNode::asText);
            default -> value.asText();
        };
    }

    private static String step(JsonNode step) {
        return (step.path("done").asBoolean() ? "☑ " : "☐ ") + step.path("text").asText();
    }

    private static String joined(JsonNode values, String separator, Function<JsonNode, String> text) {
        return StreamSupport.stream(values.spliterator(), false).map(text).collect(Collectors.joining(separator));
    }
}
