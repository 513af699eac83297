package com.taskmaster.webapp.board;

import com.taskmaster.webapp.tasks.Summary.ListSummary;
import com.taskmaster.webapp.tasks.Task;
import io.quarkus.qute.TemplateData;
import java.net.URI;
import java.util.UUID;

/**
 * A task as a row of the page.
 *
 * @param address the URL of the task's page
 * @param due {@code null}: none
 * @param list {@code null} for the inbox and the list that the page shows
 * @param up whether it can be moved up
 * @param above the position for that; {@code null} if the page does not know it
 * @param down whether it can be moved down
 * @param below the position for that; {@code null} if the page does not know it
 * @param next the task to jump to if this one leaves the page
 * @param selected the value that the selection form sends for it
 * @param chosen whether it is selected
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

    /** Whether it is overdue and not completed. */
    public boolean isLate() {
        return due != null && due.overdue() && !task.completed();
    }
}
