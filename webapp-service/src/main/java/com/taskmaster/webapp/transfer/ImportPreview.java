package com.taskmaster.webapp.transfer;

import com.taskmaster.webapp.transfer.ImportReport.Refusal;
import io.quarkus.qute.TemplateData;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;

/**
 * What an import would do, according to the Tasks API; older versions return neither tasks nor lists.
 *
 * @param refusals the first rejected rows
 * @param tasks the first tasks that would be imported
 * @param newLists the names of the lists that would be created
 */
@TemplateData
record ImportPreview(
        int imported, int refused, List<Refusal> refusals, List<PreviewedTask> tasks, List<String> newLists) {

    ImportPreview {
        tasks = tasks == null ? List.of() : tasks;
        newLists = newLists == null ? List.of() : newLists;
    }

    /** The number of tasks to be imported beyond those in {@code tasks}. */
    public int more() {
        return imported - tasks.size();
    }

    List<PreviewRow> rows(Locale locale, ZonedDateTime now) {
        return tasks.stream()
                .map(task -> PreviewRow.of(task, newLists, locale, now))
                .toList();
    }
}
