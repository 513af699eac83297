package com.taskmaster.webapp.tasks;

import java.time.Instant;
import java.util.UUID;

/**
 * A task as the Tasks API tells it.
 *
 * @param trashedAt {@code null} outside the trash
 */
record Task(UUID id, String title, boolean completed, Instant trashedAt, int version) {

    public boolean isTrashed() {
        return trashedAt != null;
    }
}
