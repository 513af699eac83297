package com.taskmaster.webapp.tasks;

/**
 * A change that was not made, because the task had changed since the page was shown.
 *
 * @param task as it is now; {@code null} if it was removed for good
 * @param typed the title that it was to have; {@code null} if the change was another one
 */
record Conflict(Task task, String typed) {

    public boolean isGone() {
        return task == null || task.isTrashed();
    }
}
