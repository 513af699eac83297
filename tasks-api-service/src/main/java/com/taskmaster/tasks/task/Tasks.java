package com.taskmaster.tasks.task;

import com.taskmaster.tasks.account.Account;
import com.taskmaster.tasks.http.Cursor;
import com.taskmaster.tasks.http.Page;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** All tasks; every public query takes the account, except for those of {@link Trash}. */
@ApplicationScoped
public class Tasks implements PanacheRepositoryBase<Task, UUID> {

    /** The size in bytes of a task's notes and checklist. */
    static final String LONG_TEXTS = "coalesce(octet_length(notes), 0) + octet_length(cast(checklist as text))";

    static final String OUTSIDE_TRASH = """
            select {t.*}
              from (select *, sum(%s) over (order by id rows between unbounded preceding and 1 preceding) as bytes
                      from (select * from task where account_id = :account and trashed_at is null and id > :after
                             order by id limit :limit) as part) as t
             where bytes is null or bytes < %s
             order by id""".formatted(LONG_TEXTS, Page.MOST_BYTES);

    static final String EMPTY_TRASH = "delete from task where account_id = :account and status = 'trashed'";

    /** What the history says of a task that is put into the trash. */
    private static final String TRASHED = """
            jsonb '[{"field": "trashed", "from": false, "to": true}]'""";

    private final Session session;

    Tasks(Session session) {
        this.session = session;
    }

    public Optional<Task> find(Account account, UUID id) {
        return find("accountId = ?1 and id = ?2", account.id(), id).firstResultOptional();
    }

    /**
     * Nobody else changes them until the transaction ends; whoever locks many does it in this order, never in a circle.
     *
     * @return how many bytes of long texts they have
     */
    public long lock(Account account, Collection<UUID> ids) {
        return session.createNativeQuery("""
                        select cast(coalesce(sum(bytes), 0) as bigint)
                          from (select %s as bytes from task where account_id = :account and id in (:ids)
                                 order by id for update) as locked""".formatted(LONG_TEXTS), Long.class)
                .setParameter("account", account.id())
                .setParameterList("ids", ids, UUID.class)
                .getSingleResult();
    }

    public List<Task> of(Account account, Collection<UUID> ids) {
        return list("accountId = ?1 and id in ?2", account.id(), ids);
    }

    /** What took the place of one that was completed, unless it is gone; what has been read already is not asked for again. */
    Optional<Task> next(Account account, Task followed) {
        return Optional.ofNullable(followed.nextId())
                .flatMap(this::findByIdOptional)
                .filter(next -> next.isOf(account));
    }

    /** What took the place of those that were completed. */
    public Set<UUID> nextOf(Collection<Task> followed) {
        return followed.stream().map(Task::nextId).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    /** How many bytes of long texts they have. */
    public long bytes(Account account, Collection<UUID> ids) {
        return session.createNativeQuery(
                        "select cast(coalesce(sum(%s), 0) as bigint) from task where account_id = :account and id in (:ids)"
                                .formatted(LONG_TEXTS),
                        Long.class)
                .setParameter("account", account.id())
                .setParameterList("ids", ids, UUID.class)
                .getSingleResult();
    }

    /**
     * Open and completed tasks in the order that they were made here, each read from where the last one ended.
     *
     * @return none at the end; fewer than the limit where they are large
     */
    public List<Task> outsideTrash(Account account, Optional<UUID> after, int limit) {
        return session.createNativeQuery(OUTSIDE_TRASH, Task.class, "t")
                .setParameter("account", account.id())
                .setParameter("after", after.orElse(new UUID(0, 0)))
                .setParameter("limit", limit)
                .getResultList();
    }

    /** Above everything that is open. */
    public double top(Account account) {
        var first = session.createNativeQuery(
                        "select min(position) from task where account_id = ?1 and status = 'open'", Double.class)
                .setParameter(1, account.id())
                .getSingleResult();
        return first == null ? 0 : Position.above(first);
    }

    TaskSummary summary(Account account, ZoneId zone) {
        return SummaryQuery.run(session, account, zone);
    }

    /** The tags of the open tasks, with how many have each, by name. */
    Page<TagCount> tags(Account account, Optional<Cursor> cursor, int size) {
        return Page.of(SummaryQuery.tags(session, account, cursor.map(Cursor::key), size + 1), size, TagCount::after);
    }

    /** The lists that the account's tasks may be in. */
    Set<UUID> lists(Account account) {
        return session.createNativeQuery("select id from task_list where account_id = ?1", UUID.class)
                .setParameter(1, account.id())
                .getResultStream()
                .collect(Collectors.toSet());
    }

    /** Puts every open and completed task into the trash. */
    void trashAll(Account account, Optional<String> client) {
        trash("status in ('open', 'completed')", Map.of("account", account.id()), client);
    }

    /**
     * Puts into the trash what came with an import and has not been changed since.
     *
     * @return how many they were
     */
    public int trashUntouched(Account account, UUID importId, Optional<String> client) {
        return trash(
                "import_id = :import and version = 0", Map.of("account", account.id(), "import", importId), client);
    }

    /** By the clock of who completes tasks, after what is waited for: the database tells when the transaction began. */
    private int trash(String condition, Map<String, ?> parameters, Optional<String> client) {
        lock(condition, parameters);
        var statement = session.createNativeMutationQuery("""
                with trashed as (
                    update task set trashed_at = :now, changed_at = :now, version = version + 1
                     where account_id = :account and %s
                    returning id)
                insert into task_change (task_id, account_id, changed_at, client, fields)
                select id, :account, :now, :client, %s from trashed""".formatted(condition, TRASHED));
        parameters.forEach(statement::setParameter);
        return statement
                .setParameter("now", Task.now())
                .setParameter("client", client.orElse(null), String.class)
                .executeUpdate();
    }

    /** What is in a list, before the list itself: whoever changes its tasks and adds to it does it in this order. */
    public void lock(Account account, UUID list) {
        lock("list_id = :list", Map.of("account", account.id(), "list", list));
    }

    /** Moves every task of a list to the inbox, and on to the trash if {@code trash} says so. */
    public void emptyList(Account account, UUID list, boolean trash, Optional<String> client) {
        lock(account, list);
        session.createNativeMutationQuery("""
                        with moved as (
                            update task
                               set list_id = :inbox, changed_at = :now, version = version + 1,
                                   trashed_at = case when :trash then coalesce(trashed_at, :now) else trashed_at end
                             where account_id = :account and list_id = :list
                            returning id, trashed_at)
                        insert into task_change (task_id, account_id, changed_at, client, fields)
                        select id, :account, :now, :client,
                               jsonb_build_array(jsonb_build_object(
                                   'field', 'list', 'from', cast(:list as text), 'to', cast(:inbox as text)))
                               || case when :trash and trashed_at = :now
                                       then %s else jsonb '[]' end
                          from moved""".formatted(TRASHED))
                .setParameter("account", account.id())
                .setParameter("inbox", account.inbox())
                .setParameter("list", list)
                .setParameter("trash", trash)
                .setParameter("now", Task.now())
                .setParameter("client", client.orElse(null), String.class)
                .executeUpdate();
    }

    /** Removes for good what this account has in the trash. */
    void emptyTrash(Account account) {
        lock("status = 'trashed'", Map.of("account", account.id()));
        session.createNativeMutationQuery(EMPTY_TRASH)
                .setParameter("account", account.id())
                .executeUpdate();
    }

    /** In the order of {@link #lock(Account, Collection)}; a statement of its own, so that the next one sees what was waited for. */
    private void lock(String condition, Map<String, ?> parameters) {
        var statement = session.createNativeQuery(
                "select count(*) from (select 1 from task where account_id = :account and %s order by id for update) as locked"
                        .formatted(condition),
                Long.class);
        parameters.forEach(statement::setParameter);
        statement.getSingleResult();
    }

    /**
     * Removes for good what was put into the trash before then, of all accounts.
     *
     * @return how many were removed: at most {@code limit}
     */
    int removeTrashedBefore(Instant then, int limit) {
        return session.createNativeMutationQuery("""
                        delete from task where id in (
                            select id from task where trashed_at < :then order by trashed_at limit :limit
                            for update skip locked)""")
                .setParameter("then", then)
                .setParameter("limit", limit)
                .executeUpdate();
    }
}
