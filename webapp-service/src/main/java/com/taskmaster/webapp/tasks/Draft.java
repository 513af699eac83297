package com.taskmaster.webapp.tasks;

import java.util.List;
import java.util.UUID;

/** What was typed and not accepted: a new task's title, or a task's new title. */
record Draft(UUID id, String title) {

    static Draft none() {
        return new Draft(null, null);
    }

    static Draft ofNewTask(String title) {
        return new Draft(null, title);
    }

    public boolean isNewTask() {
        return id == null && title != null;
    }

    public boolean isOf(Task task) {
        return task.id().equals(id);
    }

    public boolean isAmong(List<Task> tasks) {
        return tasks.stream().anyMatch(this::isOf);
    }
}
