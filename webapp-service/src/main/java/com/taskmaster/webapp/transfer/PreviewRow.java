package com.taskmaster.webapp.transfer;

import com.taskmaster.webapp.board.ShownDue;
import com.taskmaster.webapp.edit.Recurrence;
import com.taskmaster.webapp.tasks.Due;
import io.quarkus.qute.TemplateData;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;

/**
 * A task to be imported, as a row of the page.
 *
 * @param due {@code null}: none
 * @param elsewhere whether the due time in the file differs from the one in the user's time zone
 * @param inNewList whether its list would be created
 * @param repeat {@code null}: none
 */
@TemplateData
record PreviewRow(PreviewedTask task, ShownDue due, boolean elsewhere, boolean inNewList, Recurrence repeat) {

    static PreviewRow of(PreviewedTask task, List<String> newLists, Locale locale, ZonedDateTime now) {
        return new PreviewRow(
                task,
                ShownDue.of(task.due(), locale, now),
                task.due() != null && isElsewhere(task.due(), now.getZone()),
                task.list() != null && newLists.contains(task.list()),
                task.repeat() == null ? null : Recurrence.of(task.repeat(), locale));
    }

    private static boolean isElsewhere(Due due, ZoneId here) {
        var shown = due.in(here);
        return due.time() != null
                && !due.date().atTime(due.time()).equals(shown.date().atTime(shown.time()));
    }
}
