package com.taskmaster.webapp.edit;

import com.taskmaster.webapp.tasks.Change;
import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.List;

/**
 * A change of a task as the history shows it.
 *
 * @param client the client that made it; {@code null} if the API itself did
 * @param here whether this application made it
 */
@TemplateData
public record HistoryEntry(Instant at, String client, boolean here, List<Line> lines) {

    /** The change of one field; a value may be empty. */
    @TemplateData
    public record Line(String field, Value from, Value to) {

        /** Whether the field is a state of the task, not part of its content. */
        public boolean isState() {
            return field.equals("completed") || field.equals("trashed");
        }

        private boolean isWorthTelling() {
            return !field.equals("position")
                    && !(from.isEmpty() && (to.isEmpty() || to.text().equals("false")));
        }
    }

    /** Whether it created the task: only then was there no title before. */
    public boolean isCreation() {
        return lines.stream()
                .anyMatch(line -> line.field().equals("title") && line.from().isEmpty());
    }

    /** @param client this application's client id, as the API records it */
    static HistoryEntry of(Change change, String client, Values values) {
        return new HistoryEntry(
                change.changedAt(),
                change.client(),
                client.equals(change.client()),
                change.fields().stream()
                        .map(field -> new Line(
                                field.field(),
                                values.of(field.field(), field.from()),
                                values.of(field.field(), field.to())))
                        .filter(Line::isWorthTelling)
                        .toList());
    }
}
