package com.taskmaster.webapp.board;

import com.taskmaster.webapp.tasks.Summary.ListSummary;
import com.taskmaster.webapp.tasks.Task;
import io.quarkus.qute.TemplateData;
import java.net.URI;
import java.util.UUID;

/**
 * A task as a line of the page.
 *
 * @param address its own page
 * @param due {@code null}: never
 * @param list {@code null} where it goes without saying
 * @param up whether it can be put one line up
 * @param above the position for that; {@code null} where the page does not know it
 * @param down whether it can be put one line down
 * @param below the position for that; {@code null} where the page does not know it
 * @param next the task to go on with where this one leaves the page
 * @param selected as the form of the selected tasks sends it
 * @param chosen whether it is one of those that something is to be done to
 */
@TemplateData
public record Row(
        Task task,
        URI address,
        ShownDue due,
        ListSummary list,
        boolean up,
        Double above,
        boolean down,
        Double below,
        UUID next,
        String selected,
        boolean chosen) {

    /** Whether it should have been completed by now. */
    public boolean isLate() {
        return due != null && due.overdue() && !task.completed();
    }
}
