package com.taskmaster.webapp.edit;

import com.taskmaster.webapp.tasks.Summary.ListSummary;
import io.quarkus.qute.TemplateData;

/**
 * The value of a field as the user reads it. Names that the message bundles translate are left to the template.
 *
 * @param list {@code null} unless the value is an existing list
 * @param recurrence {@code null} unless the value is one
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
