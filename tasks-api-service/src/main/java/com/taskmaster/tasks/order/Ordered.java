package com.taskmaster.tasks.order;

/** What users put in order. */
public enum Ordered {
    OPEN_TASKS("task", "%s.status = 'open'", ", arranged = arranged + 1"),
    LISTS("task_list", "true", "");

    /** The table, which has the columns {@code id}, {@code account_id}, {@code position} and {@code version}. */
    final String table;

    private final String condition;

    /** What a move also sets. */
    final String onMove;

    Ordered(String table, String condition, String onMove) {
        this.table = table;
        this.condition = condition;
        this.onMove = onMove;
    }

    /** Whether a row is in the order. */
    String condition(String alias) {
        return condition.formatted(alias);
    }
}
