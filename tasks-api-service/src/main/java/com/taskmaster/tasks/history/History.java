package com.taskmaster.tasks.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.taskmaster.tasks.account.Account;
import com.taskmaster.tasks.http.Cursor;
import com.taskmaster.tasks.http.Page;
import com.taskmaster.tasks.security.CurrentClient;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** The change histories of all tasks. */
@ApplicationScoped
public class History implements PanacheRepositoryBase<Change, Long> {

    /** Limits the statement's parameters, in characters: they are copied several times while it is sent. */
    private static final int LONGEST_STATEMENT = 1 << 20;

    private final ObjectMapper json;
    private final CurrentClient client;

    History(ObjectMapper json, CurrentClient client) {
        this.json = json;
        this.client = client;
    }

    /**
     * Records changes of stored tasks in this order: in one statement, or several if they are large. A task's changes
     * are read in the order of their generated ids.
     */
    public void record(Account account, List<NewChange> changes) {
        var tasks = new ArrayList<String>();
        var fields = new ArrayList<String>();
        var length = 0;
        for (var change : changes) {
            var text = json.valueToTree(change.fields()).toString();
            tasks.add(change.task().toString());
            fields.add(text);
            length += text.length();
            if (length > LONGEST_STATEMENT) {
                insert(account, tasks, fields);
                tasks.clear();
                fields.clear();
                length = 0;
            }
        }
        if (!tasks.isEmpty()) {
            insert(account, tasks, fields);
        }
    }

    private void insert(Account account, List<String> tasks, List<String> fields) {
        getSession()
                .createNativeMutationQuery("""
                        insert into task_change (task_id, account_id, changed_at, client, fields)
                        select task, :account, :now, :client, cast(fields as jsonb)
                          from unnest(cast(:tasks as uuid[]), :fields) with ordinality as change (task, fields, place)
                         order by place""")
                .setParameter("account", account.id())
                .setParameter("now", Instant.now().truncatedTo(ChronoUnit.MICROS))
                .setParameter("client", client.id().orElse(null), String.class)
                .setParameter("tasks", tasks.toArray(String[]::new), String[].class)
                .setParameter("fields", fields.toArray(String[]::new), String[].class)
                .executeUpdate();
    }

    /** @param before {@code null} for a new object */
    public List<FieldChange> differences(Object before, Object after) {
        var from = tree(before);
        var to = tree(after);
        return StreamSupport.stream(((Iterable<String>) to::fieldNames).spliterator(), false)
                .filter(field -> !Objects.equals(value(from, field), value(to, field)))
                .map(field -> new FieldChange(field, value(from, field), value(to, field)))
                .toList();
    }

    /** A page of a task's changes, newest first. */
    Page<Change> of(Account account, UUID task, long before, int size, Function<Change, Cursor> cursor) {
        var rows = getSession()
                .createNativeQuery("""
                        select {c.*}, coalesce(goes_on, false) as goes_on
                          from (select *, sum(octet_length(cast(fields as text))) over before as bytes,
                                       lead(true) over before as goes_on
                                  from (select * from task_change
                                         where account_id = :account and task_id = :task and id < :before
                                         order by id desc limit :limit) as page
                                window before as (order by id desc rows between unbounded preceding and 1 preceding)) as c
                         where bytes is null or bytes < %s
                         order by id desc limit :size""".formatted(Page.MOST_BYTES), Tuple.class)
                .addEntity("c", Change.class)
                .addScalar("goes_on", Boolean.class)
                .setParameter("account", account.id())
                .setParameter("task", task)
                .setParameter("before", before)
                .setParameter("limit", size + 1)
                .setParameter("size", size)
                .getResultList();
        var changes = rows.stream().map(row -> row.get(0, Change.class)).toList();
        return Page.of(changes, !rows.isEmpty() && rows.get(rows.size() - 1).get(1, Boolean.class), cursor);
    }

    /** Whether the task exists: tasks older than the history feature have no changes yet. */
    boolean isOf(Account account, UUID task) {
        return getEntityManager()
                .createQuery("select count(*) > 0 from Task where accountId = ?1 and id = ?2", Boolean.class)
                .setParameter(1, account.id())
                .setParameter(2, task)
                .getSingleResult();
    }

    private JsonNode tree(Object value) {
        return value == null ? JsonNodeFactory.instance.objectNode() : json.valueToTree(value);
    }

    private static JsonNode value(JsonNode object, String field) {
        var value = object.get(field);
        return value == null || value.isNull() ? null : value;
    }
}
