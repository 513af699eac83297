package com.taskmaster.tasks.task;

import com.taskmaster.tasks.account.Account;
import com.taskmaster.tasks.http.Cursor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        search(account, filter);
        cursor.ifPresent(after -> {
            where(order.afterCursor(), "cursorKey", after.key());
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

    /** Account and tags are lexemes like the words, see the column's definition. */
    private void search(Account account, TaskFilter filter) {
        if (filter.words().isEmpty() && filter.tags().isEmpty()) {
            return;
        }
        var exact = Stream.concat(
                        Stream.of("@" + account.id()), filter.tags().stream().map(tag -> "#" + tag))
                .map(TaskQuery::quoted)
                .collect(Collectors.joining(" & "));
        var words = filter.words().stream().map(word -> quoted(word) + ":*").collect(Collectors.joining(" & "));
        conditions.add("lexemes @@ (cast(:exact as tsquery) && to_tsquery('simple', :words))");
        parameters.put("exact", exact);
        parameters.put("words", words);
    }

    private static String quoted(String lexeme) {
        return "'" + lexeme.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
