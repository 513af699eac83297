package com.taskmaster.webapp.board;

import com.taskmaster.webapp.tasks.Summary.ListSummary;
import com.taskmaster.webapp.tasks.Task;
import io.quarkus.qute.TemplateData;
import java.util.UUID;

/**
 * A task as a line of the page.
 *
 * @param due {@code null}: never
 * @param list {@code null} where it goes without saying
 * @param up whether it can be put one line up
 * @param above the position for that; {@code null} where the page does not know it
 * @param down whether it can be put one line down
 * @param below the position for that; {@code null} where the page does not know it
 * @param next the task to go on with where this one leaves the page
 */
@TemplateData
public record Row(
        Task task, ShownDue due, ListSummary list, boolean up, Double above, boolean down, Double below, UUID next) {

    /** As the form of the selected tasks sends it. */
    public String selected() {
        return SelectedTask.value(task);
    }
}
