package com.taskmaster.webapp.board;

import com.taskmaster.webapp.tasks.Priority;
import io.quarkus.qute.TemplateData;
import java.util.List;

/**
 * What is understood of a line that was typed as a new task, before it is saved.
 *
 * @param due {@code null}: never
 * @param repeat the words that say how it comes back; {@code null}: not at all
 * @param list its name; {@code null}: where tasks go from this page
 * @param listNew whether it is made with the task
 * @param priority {@code null}: none
 */
@TemplateData
public record Preview(
        String title, ShownDue due, String repeat, String list, boolean listNew, Priority priority, List<String> tags) {

    public boolean isAnything() {
        return due != null || list != null || priority != null || !tags.isEmpty();
    }
}
