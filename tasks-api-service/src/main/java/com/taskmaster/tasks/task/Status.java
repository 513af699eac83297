package com.taskmaster.tasks.task;

import java.util.Locale;

/** The status of a task, derived by the database. */
enum Status {
    OPEN,
    COMPLETED,
    TRASHED;

    /** The value of the column {@code status}. */
    String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
