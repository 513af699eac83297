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
 * A task that would come, as a line of the page.
 *
 * @param due {@code null}: never
 * @param elsewhere whether the file tells the due time by clocks that show another one than the person's
 * @param inNewList whether its list would be made
 * @param repeat {@code null}: not at all
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
