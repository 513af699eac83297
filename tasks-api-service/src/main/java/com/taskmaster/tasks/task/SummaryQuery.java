package com.taskmaster.tasks.task;

import com.taskmaster.tasks.account.Account;
import com.taskmaster.tasks.schedule.DueRange;
import com.taskmaster.tasks.task.TaskSummary.ListCount;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Counts the tasks of all views: one statement for due dates and status, one for lists, one for tags. */
final class SummaryQuery {

    private static final String SUM = "cast(coalesce(sum(tasks) filter (where %s), 0) as bigint) as %s";

    /** Compares tasks without a time by date, others by instant; the parameters are named after the view. */
    private static final String IN_RANGE = """
            case when due_at is null then due_date between :%1$sFrom and :%1$sTo
                 else due_at >= :%1$sStart and due_at < :%1$sEnd end""";

    /** Groups by day or instant first, of which there are fewer than tasks. */
    static final String COUNTS = """
            select *
              from (select %s, %s, %s, %s, %s
                      from (select due_date, due_at, count(*) as tasks from task
                             where account_id = :account and status = 'open' group by due_date, due_at) as dates) as open_ones,
                   (select count(*) filter (where status = 'completed') as completed,
                           count(*) filter (where status = 'trashed') as trashed
                      from task where account_id = :account and status in ('completed', 'trashed')) as others""".formatted(
                    SUM.formatted("true", "open"),
                    SUM.formatted("due_date is null", "undated"),
                    view("overdue"),
                    view("today"),
                    view("upcoming"));

    static final String LISTS = """
            select list.id, list.name, list.color, list.position, list.version,
                   (select count(*) from task where account_id = :account and list_id = list.id and status = 'open') as open
              from task_list list where list.account_id = :account order by list.position, list.id""";

    /** Counts tasks with the same tags together first. */
    private static final String COUNTED_TAGS = """
            select tag, cast(sum(tasks) as bigint) as open
              from (select tags, count(*) as tasks from task
                     where account_id = :account and status = 'open' and tags <> '{}' group by tags) as together,
                   unnest(tags) as tag
             %s
             group by tag order by %s limit :limit""";

    static final String TAGS = COUNTED_TAGS.formatted("where tag > :after", "tag");

    static final String MOST_USED_TAGS =
            "select * from (" + COUNTED_TAGS.formatted("", "open desc, tag") + ") as most_used order by tag";

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
        var counts = query.getSingleResult();
        return new TaskSummary(
                counts.get("open", Long.class),
                counts.get("completed", Long.class),
                counts.get("trashed", Long.class),
                counts.get("overdue", Long.class),
                counts.get("today", Long.class),
                counts.get("upcoming", Long.class),
                counts.get("undated", Long.class),
                lists(session, account),
                mostUsedTags(session, account));
    }

    /** The tags of the open tasks by name, after the given one. */
    static List<TagCount> tags(Session session, Account account, Optional<String> after, int limit) {
        return session.createNativeQuery(TAGS, TagCount.class)
                .setParameter("account", account.id())
                .setParameter("after", after.orElse(""))
                .setParameter("limit", limit)
                .getResultList();
    }

    private static List<TagCount> mostUsedTags(Session session, Account account) {
        return session.createNativeQuery(MOST_USED_TAGS, TagCount.class)
                .setParameter("account", account.id())
                .setParameter("limit", TaskSummary.MOST_TAGS)
                .getResultList();
    }

    private static String view(String name) {
        return SUM.formatted(IN_RANGE.formatted(name), name);
    }

    private static List<ListCount> lists(Session session, Account account) {
        return session.createNativeQuery(LISTS, Tuple.class)
                .setParameter("account", account.id())
                .getResultStream()
                .map(row -> new ListCount(
                        row.get("id", UUID.class),
                        row.get("name", String.class),
                        row.get("color", String.class),
                        row.get("id", UUID.class).equals(account.inbox()),
                        row.get("position", Double.class),
                        row.get("version", Integer.class),
                        row.get("open", Long.class)))
                .toList();
    }
}
