package com.taskmaster.webapp.tasks;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A task as the Tasks API returns it.
 *
 * @param notes Markdown; {@code null} if there are none
 * @param due {@code null} if it has no due date
 * @param repeat {@code null} if it does not repeat
 * @param position lower comes first
 * @param trashedAt {@code null} outside the trash
 */
@TemplateData
public record Task(
        UUID id,
        String title,
        String notes,
        UUID list,
        Due due,
        Priority priority,
        List<String> tags,
        List<ChecklistItem> checklist,
        Repeat repeat,
        double position,
        boolean completed,
        Instant trashedAt,
        int version) {

    public boolean isTrashed() {
        return trashedAt != null;
    }

    public boolean isPrioritized() {
        return priority != Priority.NONE;
    }

    public long stepsDone() {
        return checklist.stream().filter(ChecklistItem::done).count();
    }
}
