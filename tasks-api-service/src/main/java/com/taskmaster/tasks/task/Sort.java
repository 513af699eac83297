package com.taskmaster.tasks.task;

import com.taskmaster.tasks.http.Cursor;
import com.taskmaster.tasks.http.InvalidParameter;
import com.taskmaster.tasks.schedule.DueRange;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a list is sorted by; each has an index that begins with the account and the status. */
enum Sort {
    POSITION("position", "double precision", true, Double::valueOf, Task::position),
    DUE("due_order", "timestamptz", true, Instant::parse, task -> DueRange.order(task.due())),
    PRIORITY("priority", "smallint", false, Short::valueOf, task -> task.priority()
            .ordinal()),
    CREATED("created_at", "timestamptz", false, Instant::parse, Task::createdAt),
    CHANGED("changed_at", "timestamptz", false, Instant::parse, Task::changedAt),
    TITLE("lower(title)", "text", true, Function.identity(), Task::title);

    private final String column;
    private final String type;
    private final boolean ascending;
    private final Function<String, ?> check;
    private final Function<Task, ?> key;

    Sort(String column, String type, boolean ascending, Function<String, ?> check, Function<Task, ?> key) {
        this.column = column;
        this.type = type;
        this.ascending = ascending;
        this.check = check;
        this.key = key;
    }

    /**
     * A sort in its usual direction, or the other way round.
     *
     * @param text as it stands in the query: {@code due}, or {@code -due}
     */
    record Order(Sort by, boolean reversed, String text) {

        private static final String REVERSED = "-";

        static Order usual(Sort by) {
            return new Order(by, false, by.parameter());
        }

        /** @throws InvalidParameter naming what can be sorted by */
        static Order parse(String text) {
            var reversed = text.startsWith(REVERSED);
            var name = reversed ? text.substring(1) : text;
            return Arrays.stream(values())
                    .filter(sort -> sort.parameter().equals(name))
                    .findFirst()
                    .map(sort -> new Order(sort, reversed, text))
                    .orElseThrow(() -> new InvalidParameter(
                            "sort",
                            "must be one of "
                                    + Arrays.stream(values())
                                            .map(Sort::parameter)
                                            .collect(Collectors.joining(", "))
                                    + ", with a - in front for the other way round"));
        }

        /** @throws InvalidParameter if the cursor is not of a list in this order */
        Cursor cursor(String cursorText) {
            var cursor = Cursor.parse(cursorText, text);
            try {
                by.check.apply(cursor.key());
                return cursor;
            } catch (RuntimeException e) {
                throw new InvalidParameter("cursor", "must come from a Link header of this list in this order");
            }
        }

        Cursor after(Task task) {
            return new Cursor(text, by.key.apply(task).toString(), task.id());
        }

        /** Entries after the cursor; both columns run in one direction, so that an index answers it. */
        String afterCursor() {
            var key = by == TITLE ? "lower(:cursorKey)" : "cast(:cursorKey as " + by.type + ")";
            return "(" + by.column + ", id) " + (isAscending() ? ">" : "<") + " (" + key + ", :cursorId)";
        }

        String orderBy() {
            var direction = isAscending() ? " asc" : " desc";
            return by.column + direction + ", id" + direction;
        }

        private boolean isAscending() {
            return by.ascending != reversed;
        }
    }

    private String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }
}
