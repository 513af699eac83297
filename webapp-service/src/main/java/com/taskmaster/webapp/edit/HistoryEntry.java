package com.taskmaster.webapp.edit;

import com.taskmaster.webapp.tasks.Change;
import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.List;

/**
 * A change of a task as its page tells it.
 *
 * @param client through which it was made; {@code null} if the API made it by itself
 * @param here whether it was made through this one
 */
@TemplateData
public record HistoryEntry(Instant at, String client, boolean here, List<Line> lines) {

    /** What became of one field; empty is a value, too. */
    @TemplateData
    public record Line(String field, Value from, Value to) {

        /** Whether it says what the task is from then on, rather than what it says. */
        public boolean isState() {
            return field.equals("completed") || field.equals("trashed");
        }

        private boolean isWorthTelling() {
            return !field.equals("position")
                    && !(from.isEmpty() && (to.isEmpty() || to.text().equals("false")));
        }
    }

    /** Whether the task began with it: none has ever been without a title. */
    public boolean isCreation() {
        return lines.stream()
                .anyMatch(line -> line.field().equals("title") && line.from().isEmpty());
    }

    /** @param client this application, as the API knows it */
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
