package com.taskmaster.tasks.task;

import com.taskmaster.tasks.account.Account;
import com.taskmaster.tasks.schedule.DueRange;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.Session;

/**
 * How many tasks each view holds.
 *
 * @param overdue of the open ones, like the other views by due date
 * @param lists the lists that hold open tasks
 */
record TaskSummary(
        @Schema(required = true, examples = "12") long open,
        @Schema(required = true, examples = "140") long completed,
        @Schema(required = true, examples = "3") long trashed,
        @Schema(required = true, examples = "1") long overdue,
        @Schema(required = true, examples = "2") long today,
        @Schema(required = true, examples = "5") long upcoming,

        @Schema(required = true, description = "Open and never due", examples = "4")
        long none,

        @Schema(required = true) List<ListCount> lists) {

    /** How many open tasks a list holds. */
    record ListCount(
            @Schema(required = true, examples = "0192f1b2-7c5e-7a10-8f3b-2f6f0c9d1e55")
            UUID list,

            @Schema(required = true, examples = "12") long open) {}

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

    static TaskSummary of(Session session, Account account, ZoneId zone) {
        var now = Instant.now();
        var query = session.createNativeQuery(COUNTS, Tuple.class).setParameter("account", account.id());
        java.util.Map.of(
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
