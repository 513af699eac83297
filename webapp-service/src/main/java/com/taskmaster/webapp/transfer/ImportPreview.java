package com.taskmaster.webapp.transfer;

import com.taskmaster.webapp.transfer.ImportReport.Refusal;
import io.quarkus.qute.TemplateData;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;

/**
 * What an import would do, as the Tasks API tells it. An older one does not tell tasks, nor lists.
 *
 * @param refusals the first of them
 * @param tasks the first of those that would come
 * @param newLists the names of the lists that would be made
 */
@TemplateData
record ImportPreview(
        int imported, int refused, List<Refusal> refusals, List<PreviewedTask> tasks, List<String> newLists) {

    ImportPreview {
        tasks = tasks == null ? List.of() : tasks;
        newLists = newLists == null ? List.of() : newLists;
    }

    /** How many would come that are not told. */
    public int more() {
        return imported - tasks.size();
    }

    List<PreviewRow> rows(Locale locale, ZonedDateTime now) {
        return tasks.stream()
                .map(task -> PreviewRow.of(task, newLists, locale, now))
                .toList();
    }
}
