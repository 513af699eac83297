package com.taskmaster.tasks.task;

import com.taskmaster.tasks.http.Cursor;
import com.taskmaster.tasks.http.InvalidParameter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The sort orders of a task list; each has an index that begins with account and status. */
enum Sort {
    POSITION("position", true, Sort::number, row -> row.getDouble("position")),
    DUE("due_order", true, Sort::instant, row -> time(row, "due_order")),
    PRIORITY("priority", false, Short::valueOf, row -> row.getShort("priority")),
    CREATED("created_at", false, Sort::instant, row -> time(row, "created_at")),
    CHANGED("changed_at", false, Sort::instant, row -> time(row, "changed_at")),
    TITLE("lower(title)", true, Function.identity(), row -> row.getString("title"));

    /** Largest distance from the epoch: a task without a due date sorts at the end of year 9999. */
    private static final Duration FARTHEST = Duration.ofDays(8_030 * 366L);

    private final String column;
    private final boolean ascending;
    private final Function<String, ?> parse;
    private final Key key;

    Sort(String column, boolean ascending, Function<String, ?> parse, Key key) {
        this.column = column;
        this.ascending = ascending;
        this.parse = parse;
        this.key = key;
    }

    /** Reads the sort key of a row. */
    @FunctionalInterface
    private interface Key {

        Object of(ResultSet row) throws SQLException;
    }

    /**
     * A sort order in its default or reversed direction.
     *
     * @param text as in the query: {@code due} or {@code -due}
     */
    record Order(Sort by, boolean reversed, String text) {

        private static final String REVERSED = "-";

        static Order usual(Sort by) {
            return new Order(by, false, by.parameter());
        }

        /** @throws InvalidParameter naming the sort orders */
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
                                    + ", with a leading - to reverse the order"));
        }

        /** @throws InvalidParameter if the cursor is not from a list in this order */
        Cursor cursor(String cursorText) {
            var cursor = Cursor.parse(cursorText, text);
            try {
                key(cursor);
                return cursor;
            } catch (RuntimeException e) {
                throw Cursor.unknown();
            }
        }

        /** The key of the cursor as the database compares it. */
        Object key(Cursor cursor) {
            return by.parse.apply(cursor.key());
        }

        /** Adds the column that a cursor needs. */
        String columns(String shown) {
            return by == DUE ? shown + ", due_order" : shown;
        }

        /** Uses the stored sort key: this runtime's zone rules may differ from those that computed it. */
        Cursor after(ResultSet row) throws SQLException {
            return new Cursor(text, by.key.of(row).toString(), row.getObject("id", UUID.class));
        }

        /** Both columns run in the same direction, so that an index serves the comparison. */
        String afterCursor() {
            var key = by == TITLE ? "lower(?)" : "?";
            return "(" + by.column + ", id) " + (isAscending() ? ">" : "<") + " (" + key + ", ?)";
        }

        String orderBy() {
            var direction = isAscending() ? " asc" : " desc";
            return by.column + direction + ", id" + direction;
        }

        private boolean isAscending() {
            return by.ascending != reversed;
        }
    }

    /** Accepts only instants that the database can store. */
    private static Instant instant(String text) {
        var instant = Instant.parse(text);
        if (instant.isBefore(Instant.EPOCH.minus(FARTHEST)) || instant.isAfter(Instant.EPOCH.plus(FARTHEST))) {
            throw new IllegalArgumentException(text);
        }
        return instant;
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Double number(String text) {
        var number = Double.valueOf(text);
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException(text);
        }
        return number;
    }

    private String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }
}
