package com.taskmaster.tasks.task;

import com.taskmaster.tasks.account.Account;
import com.taskmaster.tasks.schedule.DueRange;
import com.taskmaster.tasks.task.TaskSummary.ListCount;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;

/** Counts the tasks of all views in one statement. */
final class SummaryQuery {

    private static final String IN_RANGE = """
            count(*) filter (where status = 'open' and case when due_at is null then due_date between :%1$sFrom and :%1$sTo
                                                            else due_at >= :%1$sStart and due_at < :%1$sEnd end)""";

    private static final String COUNTS =
            """
            select list_id,
                   count(*) filter (where status = 'open') as open,
                   count(*) filter (where status = 'completed') as completed,
                   count(*) filter (where status = 'trashed') as trashed,
                   count(*) filter (where status = 'open' and due_date is null) as undated,
                   %s as overdue, %s as today, %s as upcoming
              from task where account_id = :account group by list_id""".formatted(IN_RANGE.formatted("overdue"), IN_RANGE.formatted("today"), IN_RANGE.formatted("upcoming"));

    private SummaryQuery() {}

    static TaskSummary run(Session session, Account account, ZoneId zone) {
        var now = Instant.now();
        var query = session.createNativeQuery(COUNTS, Tuple.class).setParameter("account", account.id());
        Map.of(
                        "overdue", DueRange.overdue(now, zone),
                        "today", DueRange.today(now, zone),
                        "upcoming", DueRange.upcoming(now, zone))
                .forEach((view, range) -> query.setParameter(view + "From", range.from())
                        .setParameter(view + "To", range.to())
                        .setParameter(view + "Start", range.start())
                        .setParameter(view + "End", range.end()));
        var rows = query.getResultList();
        return new TaskSummary(
                sum(rows, "open"),
                sum(rows, "completed"),
                sum(rows, "trashed"),
                sum(rows, "overdue"),
                sum(rows, "today"),
                sum(rows, "upcoming"),
                sum(rows, "undated"),
                rows.stream()
                        .filter(row -> row.get("open", Long.class) > 0)
                        .map(row -> new ListCount(row.get("list_id", UUID.class), row.get("open", Long.class)))
                        .toList());
    }

    private static long sum(List<Tuple> rows, String column) {
        return rows.stream().mapToLong(row -> row.get(column, Long.class)).sum();
    }
}
