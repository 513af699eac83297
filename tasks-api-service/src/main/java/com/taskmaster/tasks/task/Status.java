package com.taskmaster.tasks.task;

import java.util.Locale;

/** Where a task stands; the database derives it. */
enum Status {
    OPEN,
    COMPLETED,
    TRASHED;

    /** As the column {@code status} has it. */
    String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
