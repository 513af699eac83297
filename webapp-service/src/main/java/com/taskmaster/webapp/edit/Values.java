package com.taskmaster.webapp.edit;

import com.fasterxml.jackson.databind.JsonNode;
import com.taskmaster.webapp.preferences.Formats;
import com.taskmaster.webapp.tasks.ChecklistItem;
import com.taskmaster.webapp.tasks.Due;
import com.taskmaster.webapp.tasks.Repeat;
import com.taskmaster.webapp.tasks.Summary;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Formats values in the user's language and time zone. */
record Values(Summary summary, Locale locale, ZoneId zone) {

    private static final String SEPARATOR = ", ";

    /** @param json a value from the history of the Tasks API; {@code null} if there is none */
    Value of(String field, JsonNode json) {
        if (json == null || json.isNull()) {
            return Value.NONE;
        }
        return switch (field) {
            case "list" -> list(json.asText());
            case "tags" -> tags(entries(json).map(JsonNode::asText).toList());
            case "checklist" ->
                checklist(entries(json)
                        .map(step -> new ChecklistItem(
                                step.path("text").asText(), step.path("done").asBoolean()))
                        .toList());
            case "repeat" ->
                repeat(new Repeat(json.path("rule").asText(), json.path("from").asText()));
            case "due" -> due(json);
            default -> Value.of(json.asText());
        };
    }

    /** @param date the field's text, which may not be a date; empty if there is none */
    Value date(String date) {
        try {
            return date.isEmpty() ? Value.NONE : Value.of(Formats.shown(LocalDate.parse(date), locale));
        } catch (DateTimeParseException e) {
            return Value.of(date);
        }
    }

    /** @param time the field's text, which may not be a time; empty if there is none */
    Value time(String time) {
        try {
            return time.isEmpty() ? Value.NONE : Value.of(Formats.shown(LocalTime.parse(time), locale));
        } catch (DateTimeParseException e) {
            return Value.of(time);
        }
    }

    /** @param id the id of a list, which may have been deleted */
    Value list(String id) {
        return new Value(id, summary.list(UUID.fromString(id)).orElse(null), null);
    }

    Value tags(List<String> tags) {
        return Value.of(String.join(SEPARATOR, tags));
    }

    Value checklist(List<ChecklistItem> steps) {
        return Value.of(steps.stream()
                .map(step -> (step.done() ? "☑ " : "☐ ") + step.text())
                .collect(Collectors.joining("\n")));
    }

    /** @param repeat {@code null} if there is none */
    Value repeat(Repeat repeat) {
        return repeat == null ? Value.NONE : new Value(repeat.rule(), null, Recurrence.of(repeat, locale));
    }

    private Value due(JsonNode json) {
        var date = LocalDate.parse(json.path("date").asText());
        if (!json.hasNonNull("time")) {
            return Value.of(Formats.shown(date, locale));
        }
        var time = LocalTime.parse(json.path("time").asText());
        var due = new Due(date, time, json.path("zone").asText()).in(zone);
        return Value.of(Formats.shown(due.date(), locale) + " " + Formats.shown(due.time(), locale));
    }

    private static Stream<JsonNode> entries(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
