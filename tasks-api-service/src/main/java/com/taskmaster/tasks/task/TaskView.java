package com.taskmaster.tasks.task;

import java.time.Instant;
import java.util.UUID;

/** A task as its owner sees it. */
record TaskView(
        UUID id,
        String title,
        boolean completed,
        Instant completedAt,
        Instant createdAt,
        Instant changedAt,
        int version) {

    static TaskView of(Task task) {
        return new TaskView(
                task.id(),
                task.title(),
                task.isCompleted(),
                task.completedAt(),
                task.createdAt(),
                task.changedAt(),
                task.version());
    }
}
