package com.taskmaster.webapp.board;

import com.taskmaster.webapp.tasks.Priority;
import com.taskmaster.webapp.tasks.Summary.ListSummary;
import io.quarkus.qute.TemplateData;
import java.util.List;

/**
 * What is understood of a line that was typed as a new task, before it is saved.
 *
 * @param due {@code null}: never
 * @param repeat the words that say how it comes back; {@code null}: not at all
 * @param list {@code null}: where tasks go from this page, or into a new one
 * @param newList the name of the list that is made with the task; {@code null}: none is
 * @param priority {@code null}: none
 */
@TemplateData
public record Preview(
        String title,
        ShownDue due,
        String repeat,
        ListSummary list,
        String newList,
        Priority priority,
        List<String> tags) {

    public boolean isAnything() {
        return due != null || list != null || newList != null || priority != null || !tags.isEmpty();
    }
}
