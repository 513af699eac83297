package com.taskmaster.webapp.board;

import com.taskmaster.webapp.tasks.Priority;
import com.taskmaster.webapp.tasks.Summary.ListSummary;
import io.quarkus.qute.TemplateData;
import java.util.List;

/**
 * How a line typed as a new task is understood, before it is saved.
 *
 * @param due {@code null}: none
 * @param repeat the words that describe the recurrence; {@code null}: none
 * @param list {@code null}: the page's default, or {@code newList}
 * @param newList the name of the list that will be created with the task; {@code null}: none
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
