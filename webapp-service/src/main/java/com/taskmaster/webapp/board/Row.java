package com.taskmaster.webapp.board;

import com.taskmaster.webapp.tasks.Summary.ListSummary;
import com.taskmaster.webapp.tasks.Task;
import io.quarkus.qute.TemplateData;

/**
 * A task as a line of the page.
 *
 * @param due {@code null}: never
 * @param list {@code null} where it goes without saying
 * @param above the position that puts it one line up; {@code null} where that cannot be done
 * @param below the position that puts it one line down; {@code null} where that cannot be done
 */
@TemplateData
public record Row(Task task, ShownDue due, ListSummary list, Double above, Double below) {

    /** As the form of the selected tasks sends it. */
    public String selected() {
        return SelectedTask.value(task);
    }
}
