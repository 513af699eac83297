package com.taskmaster.tasks.task;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.taskmaster.tasks.account.Account;
import com.taskmaster.tasks.http.Cursor;
import com.taskmaster.tasks.http.Page;
import com.taskmaster.tasks.schedule.Due;
import com.taskmaster.tasks.schedule.Repeat;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Pages of tasks, read directly into views: lists are read far more often than anything else and change nothing, so
 * that entities would only cost time.
 */
@ApplicationScoped
class TaskRows {

    /** The columns in reading order; placeholders for notes, checklist, and a value about the row. */
    private static final String COLUMNS = """
            id, title, %s, list_id, due_date, due_time, due_zone, priority, tags, %s, repeat_rule, repeat_from, \
            position, completed_at, trashed_at, next_id, created_at, changed_at, version, %s""";

    /** If no long text exceeds this many bytes, a full page cannot exceed its limit. */
    private static final int SHARE = Page.MOST_BYTES / Page.LARGEST_SIZE / 2;

    private static final String WITH_SHORT_TEXTS = COLUMNS.formatted(
            ifShort("notes", "notes"), ifShort("checklist", "cast(checklist as text)"), "octet_length(notes)");

    private static final String WITH_ALL_TEXTS = COLUMNS.formatted("notes", "checklist", "goes_on");

    private static final String EMPTY = "[]";

    private static final Priority[] PRIORITIES = Priority.values();

    private final AgroalDataSource database;
    private final ObjectReader checklists;

    TaskRows(AgroalDataSource database, ObjectMapper json) {
        this.database = database;
        this.checklists = json.readerFor(new TypeReference<List<ChecklistItem>>() {});
    }

    /** Reads short texts with their rows, which is fast; if one is long, a second query measures the texts first. */
    Page<TaskView> page(Account account, TaskFilter filter, Sort.Order order, Optional<Cursor> cursor, int size) {
        var query = new TaskQuery(account, filter, order, cursor, size + 1);
        try (var connection = database.getConnection()) {
            var page = withShortTexts(connection, query, order, size);
            return page.isPresent() ? page.get() : measured(connection, query, order, size);
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return empty if a task has a long text */
    private Optional<Page<TaskView>> withShortTexts(Connection connection, TaskQuery query, Sort.Order order, int size)
            throws SQLException, JsonProcessingException {
        try (var statement = prepare(connection, query.sql(order.columns(WITH_SHORT_TEXTS)), query);
                var rows = statement.executeQuery()) {
            var entries = new ArrayList<TaskView>();
            while (entries.size() < size && rows.next()) {
                if (rows.getInt(20) > SHARE || rows.getString(10) == null) {
                    return Optional.empty();
                }
                entries.add(view(rows));
            }
            if (entries.size() < size) {
                return Optional.of(new Page<>(entries, Optional.empty()));
            }
            var next = order.after(rows);
            return Optional.of(new Page<>(entries, rows.next() ? Optional.of(next) : Optional.empty()));
        }
    }

    private Page<TaskView> measured(Connection connection, TaskQuery query, Sort.Order order, int size)
            throws SQLException, JsonProcessingException {
        try (var statement = prepare(connection, query.measuredSql(order.columns(WITH_ALL_TEXTS)), query);
                var rows = statement.executeQuery()) {
            var entries = new ArrayList<TaskView>();
            var next = Optional.<Cursor>empty();
            while (entries.size() < size && rows.next()) {
                entries.add(view(rows));
                next = rows.getBoolean(20) ? Optional.of(order.after(rows)) : Optional.empty();
            }
            return new Page<>(entries, next);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, TaskQuery query) throws SQLException {
        var statement = connection.prepareStatement(sql);
        query.bind(statement);
        return statement;
    }

    private static String ifShort(String column, String text) {
        return "case when octet_length(%s) <= %s then %s end".formatted(text, SHARE, column);
    }

    private TaskView view(ResultSet row) throws SQLException, JsonProcessingException {
        var completedAt = instant(row, 14);
        return new TaskView(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getObject(4, UUID.class),
                due(row),
                PRIORITIES[row.getShort(8)],
                List.of((String[]) row.getArray(9).getArray()),
                checklist(row.getString(10)),
                repeat(row),
                row.getDouble(13),
                completedAt != null,
                completedAt,
                instant(row, 15),
                row.getObject(16, UUID.class),
                instant(row, 17),
                instant(row, 18),
                row.getInt(19));
    }

    private static Due due(ResultSet row) throws SQLException {
        var date = row.getObject(5, LocalDate.class);
        return date == null ? null : new Due(date, row.getObject(6, LocalTime.class), row.getString(7));
    }

    private static Repeat repeat(ResultSet row) throws SQLException {
        var rule = row.getString(11);
        return rule == null ? null : new Repeat(rule, Repeat.From.valueOf(row.getString(12)));
    }

    private List<ChecklistItem> checklist(String json) throws JsonProcessingException {
        return json.equals(EMPTY) ? List.of() : checklists.readValue(json);
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
