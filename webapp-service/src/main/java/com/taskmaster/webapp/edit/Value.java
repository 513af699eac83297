package com.taskmaster.webapp.edit;

import com.taskmaster.webapp.tasks.Summary.ListSummary;
import io.quarkus.qute.TemplateData;

/**
 * The value of a field, as its reader reads it; what the message bundles have words for keeps its name until then.
 *
 * @param list {@code null} unless it is one that is there
 * @param recurrence {@code null} unless it is one
 */
@TemplateData
public record Value(String text, ListSummary list, Recurrence recurrence) {

    static final Value NONE = of("");

    static Value of(String text) {
        return new Value(text, null, null);
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }
}
