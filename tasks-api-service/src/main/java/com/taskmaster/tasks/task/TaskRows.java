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
 * Pages of tasks as their owner sees them. No entity is made of a row: lists are read far more often than anything else, and
 * nothing that they show is changed.
 */
@ApplicationScoped
class TaskRows {

    /** In the order that they are read in. */
    private static final String COLUMNS = """
            id, title, notes, list_id, due_date, due_time, due_zone, priority, tags, checklist, repeat_rule, repeat_from, \
            position, completed_at, trashed_at, next_id, created_at, changed_at, version""";

    private static final String EMPTY = "[]";

    private static final Priority[] PRIORITIES = Priority.values();

    private final AgroalDataSource database;
    private final ObjectReader checklists;

    TaskRows(AgroalDataSource database, ObjectMapper json) {
        this.database = database;
        this.checklists = json.readerFor(new TypeReference<List<ChecklistItem>>() {});
    }

    Page<TaskView> page(Account account, TaskFilter filter, Sort.Order order, Optional<Cursor> cursor, int size) {
        var query = new TaskQuery(account, filter, order, cursor);
        try (var connection = database.getConnection();
                var statement = prepare(connection, query, size + 1);
                var rows = statement.executeQuery()) {
            var entries = new ArrayList<TaskView>(size);
            var goesOn = false;
            while (entries.size() < size && rows.next()) {
                entries.add(view(rows));
                goesOn = rows.getBoolean(20);
            }
            return Page.of(entries, goesOn, order::after);
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PreparedStatement prepare(Connection connection, TaskQuery query, int limit) throws SQLException {
        var statement = connection.prepareStatement(query.sql(COLUMNS));
        query.bind(statement, limit);
        return statement;
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
