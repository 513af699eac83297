package com.taskmaster.tasks.task;

import com.taskmaster.tasks.account.Account;
import com.taskmaster.tasks.http.Cursor;
import com.taskmaster.tasks.http.Page;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The statement for a page of a task list. It starts in an index where the last page ended, so that every page costs
 * the same.
 *
 * <p>Native SQL, because row comparisons and text search decide which index is used.
 */
final class TaskQuery {

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();
    private final Sort.Order order;
    private final int limit;

    /** Status and limit are literals: as parameters they would make PostgreSQL plan the statement anew each time. */
    TaskQuery(Account account, TaskFilter filter, Sort.Order order, Optional<Cursor> cursor, int limit) {
        this.order = order;
        this.limit = limit;
        where("account_id = ?", account.id());
        where("status = '" + filter.status().column() + "'");
        filter.list().ifPresent(list -> where("list_id = ?", list));
        filter.priority().ifPresent(priority -> where("priority = ?", priority.ordinal()));
        filter.due().ifPresent(due -> {
            where("due_order >= ?", due.earliestOrder());
            where("due_order <= ?", due.latestOrder());
            where("""
                    case when due_at is null then due_date between ? and ?
                         else due_at >= ? and due_at < ? end""", due.from(), due.to(), due.start(), due.end());
        });
        if (filter.undated()) {
            where("due_date is null");
        }
        if (filter.search().isPresent() || !filter.tags().isEmpty()) {
            search(account, filter);
        }
        cursor.ifPresent(after -> where(order.afterCursor(), order.key(after), after.id()));
    }

    /** Selects all matches. */
    String sql(String columns) {
        return "select %s from task where %s order by %s limit %s"
                .formatted(columns, String.join(" and ", conditions), order.orderBy(), limit);
    }

    /** Selects as many matches as fit a page; {@code goes_on} tells whether another row follows. */
    String measuredSql(String columns) {
        return """
                select %1$s
                  from (select *, sum(%2$s) over before as bytes, lead(true) over before as goes_on
                          from (%3$s) as page
                        window before as (order by %4$s rows between unbounded preceding and 1 preceding)) as measured
                 where bytes is null or bytes < %5$s
                 order by %4$s""".formatted(columns, Tasks.LONG_TEXTS, sql("*"), order.orderBy(), Page.MOST_BYTES);
    }

    void bind(PreparedStatement statement) throws SQLException {
        var place = 0;
        for (var value : values) {
            statement.setObject(++place, value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
        }
    }

    private void where(String condition, Object... parameters) {
        conditions.add(condition);
        values.addAll(List.of(parameters));
    }

    /** Parses the search like the texts of the tasks, see the definition of the column. */
    private void search(Account account, TaskFilter filter) {
        where(
                "lexemes @@ task_search(?, string_to_array(?, ','), ?)",
                account.id(),
                String.join(",", filter.tags()),
                filter.search().orElse(""));
    }
}
