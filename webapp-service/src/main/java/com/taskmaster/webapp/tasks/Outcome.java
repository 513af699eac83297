package com.taskmaster.webapp.tasks;

import java.util.List;
import java.util.UUID;

/**
 * The result of one operation of a bulk request.
 *
 * @param task the task after the operation; {@code null} if it was deleted
 * @param changes the fields that have changed; {@code null} if it was deleted
 */
public record Outcome(UUID id, Task task, List<Change.Field> changes) {

    /** The operation that undoes the changes, unless the task has been changed since. */
    public Operation back() {
        return Operation.change(id, task.version(), TaskChanges.back(changes));
    }
}
