package com.taskmaster.tasks.task;

import com.taskmaster.tasks.account.Account;
import com.taskmaster.tasks.http.Cursor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A page of a list as a statement: it begins in an index where the last page ended, so that each page costs the same.
 *
 * <p>Native SQL, because row comparisons and text search decide which index answers.
 */
final class TaskQuery {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();
    private final Sort.Order order;

    TaskQuery(Account account, TaskFilter filter, Sort.Order order, Optional<Cursor> cursor) {
        this.order = order;
        where("account_id = :account", "account", account.id());
        where("status = :status", "status", filter.status().column());
        filter.list().ifPresent(list -> where("list_id = :list", "list", list));
        filter.priority().ifPresent(priority -> where("priority = :priority", "priority", priority.ordinal()));
        filter.due().ifPresent(due -> {
            where("due_order >= :earliest", "earliest", due.earliestOrder());
            where("due_order <= :latest", "latest", due.latestOrder());
            conditions.add("""
                    case when due_at is null then due_date between :from and :to
                         else due_at >= :start and due_at < :end end""");
            parameters.putAll(Map.of("from", due.from(), "to", due.to(), "start", due.start(), "end", due.end()));
        });
        if (filter.undated()) {
            conditions.add("due_date is null");
        }
        search(filter);
        cursor.ifPresent(after -> {
            where(order.afterCursor(), "cursorKey", order.key(after));
            parameters.put("cursorId", after.id());
        });
    }

    /** With {@code {t.*}} where the columns of the entity go, and {@code :limit} to be set. */
    String sql() {
        return "select {t.*} from task t where " + String.join(" and ", conditions) + " order by " + order.orderBy()
                + " limit :limit";
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    private void where(String condition, String parameter, Object value) {
        conditions.add(condition);
        parameters.put(parameter, value);
    }

    /** The words are taken apart as those of the tasks were, see the column's definition. */
    private void search(TaskFilter filter) {
        if (!filter.words().isEmpty() || !filter.tags().isEmpty()) {
            conditions.add("lexemes @@ task_search(:account, string_to_array(:tags, ','), :words)");
            parameters.put("tags", String.join(",", filter.tags()));
            parameters.put("words", String.join(" ", filter.words()));
        }
    }
}
