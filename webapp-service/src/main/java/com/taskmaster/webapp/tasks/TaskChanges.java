package com.taskmaster.webapp.tasks;

import com.fasterxml.jackson.annotation.JsonInclude;

/** A JSON Merge Patch (RFC 7396): what is null here stays out of it, and so as it is. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TaskChanges(String title, Boolean completed, Boolean trashed) {

    static TaskChanges rename(String title) {
        return new TaskChanges(title, null, null);
    }

    static TaskChanges complete() {
        return new TaskChanges(null, true, null);
    }

    static TaskChanges reopen() {
        return new TaskChanges(null, false, null);
    }

    static TaskChanges delete() {
        return new TaskChanges(null, null, true);
    }

    /** Whether nothing is left to do: a form that was sent twice finds its own work done. */
    boolean areIn(Task task) {
        return (title == null || title.strip().equals(task.title()))
                && (completed == null || completed == task.completed())
                && task.isTrashed() == (trashed != null);
    }
}
