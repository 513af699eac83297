package com.taskmaster.webapp.tasks;

import com.fasterxml.jackson.annotation.JsonInclude;

/** A JSON Merge Patch (RFC 7396): what is null here stays out of it, and so as it is. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TaskChanges(String title, Boolean completed) {

    static TaskChanges rename(String title) {
        return new TaskChanges(title, null);
    }

    static TaskChanges complete() {
        return new TaskChanges(null, true);
    }

    static TaskChanges reopen() {
        return new TaskChanges(null, false);
    }
}
