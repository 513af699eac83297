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
 * A page of a list as a statement: it begins in an index where the last page ended, so that each page costs the same.
 *
 * <p>Native SQL, because row comparisons and text search decide which index answers.
 */
final class TaskQuery {

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();
    private final Sort.Order order;

    TaskQuery(Account account, TaskFilter filter, Sort.Order order, Optional<Cursor> cursor) {
        this.order = order;
        where("account_id = ?", account.id());
        where("status = ?", filter.status().column());
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
        if (!filter.words().isEmpty() || !filter.tags().isEmpty()) {
            search(account, filter);
        }
        cursor.ifPresent(after -> where(order.afterCursor(), order.key(after), after.id()));
    }

    /** Of what is found, as much as a page may hold; each row says whether another follows. */
    String sql(String columns) {
        return """
                select %1$s, goes_on
                  from (select *, sum(%2$s) over before as bytes, lead(true) over before as goes_on
                          from (select * from task where %4$s order by %3$s limit ?) as page
                        window before as (order by %3$s rows between unbounded preceding and 1 preceding)) as measured
                 where bytes is null or bytes < %5$d
                 order by %3$s""".formatted(
                        columns, Tasks.LONG_TEXTS, order.orderBy(), String.join(" and ", conditions), Page.MOST_BYTES);
    }

    void bind(PreparedStatement statement, int limit) throws SQLException {
        var place = 0;
        for (var value : values) {
            statement.setObject(++place, value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
        }
        statement.setInt(++place, limit);
    }

    private void where(String condition, Object... parameters) {
        conditions.add(condition);
        values.addAll(List.of(parameters));
    }

    /** The words are taken apart as those of the tasks were, see the column's definition. */
    private void search(Account account, TaskFilter filter) {
        where(
                "lexemes @@ task_search(?, string_to_array(?, ','), ?)",
                account.id(),
                String.join(",", filter.tags()),
                String.join(" ", filter.words()));
    }
}
