package com.taskmaster.webapp.transfer;

import com.taskmaster.webapp.tasks.ChecklistItem;
import com.taskmaster.webapp.tasks.Due;
import com.taskmaster.webapp.tasks.Priority;
import com.taskmaster.webapp.tasks.Repeat;
import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.List;

/**
 * A task to be imported, according to the Tasks API.
 *
 * @param list the name of the list; {@code null} for the inbox
 * @param due {@code null}: none
 * @param repeat {@code null}: none
 * @param completedAt {@code null}: not completed
 */
@TemplateData
record PreviewedTask(
        String title,
        String list,
        Due due,
        Priority priority,
        List<String> tags,
        List<ChecklistItem> checklist,
        Repeat repeat,
        Instant completedAt) {

    PreviewedTask {
        priority = priority == null ? Priority.NONE : priority;
        tags = tags == null ? List.of() : tags;
        checklist = checklist == null ? List.of() : checklist;
    }

    public boolean isPrioritized() {
        return priority != Priority.NONE;
    }

    public long stepsDone() {
        return checklist.stream().filter(ChecklistItem::done).count();
    }
}
