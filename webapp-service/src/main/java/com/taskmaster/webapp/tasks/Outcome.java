package com.taskmaster.webapp.tasks;

import java.util.List;
import java.util.UUID;

/**
 * What became of a task among others.
 *
 * @param task as it is now; {@code null} where it was deleted
 * @param changes what has changed in it; {@code null} where it was deleted
 */
public record Outcome(UUID id, Task task, List<Change.Field> changes) {

    /** Takes the changes back, unless somebody has gone on from there. */
    public Operation back() {
        return Operation.change(id, task.version(), TaskChanges.back(changes));
    }
}
