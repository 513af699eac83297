package com.taskmaster.tasks.task;

import com.taskmaster.tasks.account.Account;
import com.taskmaster.tasks.http.Cursor;
import com.taskmaster.tasks.http.Page;
import com.taskmaster.tasks.order.Position;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
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
import org.hibernate.Hibernate;
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

    /** The tasks that {@link #removeSomeTrashed} removes. */
    static final String TRASHED_ONES = choice("status = 'trashed'");

    private static final String NOT_IN_TRASH = "trashed_at is null";
    /** Changed at most by {@link com.taskmaster.tasks.order.Room}. */
    private static final String UNTOUCHED = "import_id = :import and version = arranged";

    private static final String IN_LIST = "list_id = :list";

    /** Ordered by an index, so that repeated queries choose the same tasks unless others are added in the meantime. */
    private static final String FIRST_IN_LIST = IN_LIST + " order by status, position, task.id";

    /** The change that the history records when a task is put into the trash. */
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
     * Locks tasks until the end of the transaction, in the order of their ids: all transactions lock several tasks in this
     * order, so that they do not deadlock.
     *
     * @return the size in bytes of their long texts
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

    /** The next occurrence of a completed task, unless it was deleted; does not query what the session has already loaded. */
    Optional<Task> next(Account account, Task followed) {
        return Optional.ofNullable(followed.nextId())
                .flatMap(this::findByIdOptional)
                .filter(next -> next.isOf(account));
    }

    /** The ids of the next occurrences of completed tasks. */
    public Set<UUID> nextOf(Collection<Task> followed) {
        return followed.stream().map(Task::nextId).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    /** The size in bytes of the tasks' long texts. */
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
     * Open and completed tasks in the order of their creation.
     *
     * @param after the last task of the previous result
     * @return empty at the end; fewer tasks than the limit if they are large
     */
    public List<Task> outsideTrash(Account account, Optional<UUID> after, int limit) {
        return session.createNativeQuery(OUTSIDE_TRASH, Task.class, "t")
                .setParameter("account", account.id())
                .setParameter("after", after.orElse(new UUID(0, 0)))
                .setParameter("limit", limit)
                .getResultList();
    }

    /** A position above all open tasks. */
    public double top(Account account) {
        var first = session.createNativeQuery(
                        "select min(position) from task where account_id = ?1 and status = 'open'", Double.class)
                .setParameter(1, account.id())
                .getSingleResult();
        return first == null ? 0 : Position.above(first);
    }

    /** Reads those of these tasks again that have been loaded. */
    void refresh(Collection<UUID> ids) {
        ids.stream()
                .map(id -> session.getReference(Task.class, id))
                .filter(Hibernate::isInitialized)
                .forEach(session::refresh);
    }

    TaskSummary summary(Account account, ZoneId zone) {
        return SummaryQuery.run(session, account, zone);
    }

    /** The tags of the open tasks by name, each with its number of open tasks. */
    Page<TagCount> tags(Account account, Optional<Cursor> cursor, int size) {
        return Page.of(SummaryQuery.tags(session, account, cursor.map(Cursor::key), size + 1), size, TagCount::after);
    }

    /** The ids of the account's lists. */
    Set<UUID> lists(Account account) {
        return session.createNativeQuery("select id from task_list where account_id = ?1", UUID.class)
                .setParameter(1, account.id())
                .getResultStream()
                .collect(Collectors.toSet());
    }

    /** Puts open and completed tasks into the trash, as many as fit a {@link Part}. */
    @Transactional
    Part trashSome(Account account, Optional<String> client) {
        return trashSome(NOT_IN_TRASH, Map.of("account", account.id()), client);
    }

    /** Puts the tasks of an import into the trash that were not changed since, as many as fit a {@link Part}. */
    @Transactional
    public Part trashSomeUntouched(Account account, UUID importId, Optional<String> client) {
        return trashSome(UNTOUCHED, Map.of("account", account.id(), "import", importId), client);
    }

    /**
     * Takes the time from this service's clock, as completing a task does, and after it has the locks: the database's
     * {@code now()} is the start of the transaction.
     */
    private Part trashSome(String condition, Map<String, ?> parameters, Optional<String> client) {
        var locked = lockSome(choice(condition), parameters);
        var statement = session.createNativeMutationQuery("""
                with trashed as (
                    update task set trashed_at = :now, changed_at = :now, version = version + 1
                     where account_id = :account and id = any(cast(:ids as uuid[])) and %s
                    returning id)
                insert into task_change (task_id, account_id, changed_at, client, fields)
                select id, :account, :now, :client, %s from trashed""".formatted(condition, TRASHED));
        parameters.forEach(statement::setParameter);
        var trashed = statement
                .setParameter("ids", locked.ids(), String[].class)
                .setParameter("now", Task.now())
                .setParameter("client", client.orElse(null), String.class)
                .executeUpdate();
        return new Part(trashed, locked.areAll());
    }

    /**
     * Locks the tasks that {@link #emptySome} moves. To be called before the list is locked, because requests that change
     * tasks and add some to the list take the locks in this order.
     */
    public void lockSome(Account account, UUID list) {
        lockSome(choice(FIRST_IN_LIST), Map.of("account", account.id(), "list", list));
    }

    /**
     * Moves tasks of a list to the inbox, as many as fit a {@link Part}.
     *
     * @param trash whether to put them into the trash as well
     */
    public Part emptySome(Account account, UUID list, boolean trash, Optional<String> client) {
        var locked = lockSome(choice(FIRST_IN_LIST), Map.of("account", account.id(), "list", list));
        var moved = session.createNativeMutationQuery("""
                        with moved as (
                            update task
                               set list_id = :inbox, changed_at = :now, version = version + 1,
                                   trashed_at = case when :trash then coalesce(trashed_at, :now) else trashed_at end
                             where account_id = :account and id = any(cast(:ids as uuid[])) and %s
                            returning id, trashed_at)
                        insert into task_change (task_id, account_id, changed_at, client, fields)
                        select id, :account, :now, :client,
                               jsonb_build_array(jsonb_build_object(
                                   'field', 'list', 'from', cast(:list as text), 'to', cast(:inbox as text)))
                               || case when :trash and trashed_at = :now
                                       then %s else jsonb '[]' end
                          from moved""".formatted(IN_LIST, TRASHED))
                .setParameter("account", account.id())
                .setParameter("ids", locked.ids(), String[].class)
                .setParameter("inbox", account.inbox())
                .setParameter("list", list)
                .setParameter("trash", trash)
                .setParameter("now", Task.now())
                .setParameter("client", client.orElse(null), String.class)
                .executeUpdate();
        return new Part(moved, locked.areAll());
    }

    /** Deletes tasks in the account's trash for good, as many as fit a {@link Part}. */
    @Transactional
    Part removeSomeTrashed(Account account) {
        var locked = lockSome(TRASHED_ONES, Map.of("account", account.id()));
        var removed = session.createNativeMutationQuery("""
                        delete from task
                         where account_id = :account and id = any(cast(:ids as uuid[])) and status = 'trashed'""")
                .setParameter("account", account.id())
                .setParameter("ids", locked.ids(), String[].class)
                .executeUpdate();
        return new Part(removed, locked.areAll());
    }

    private static String choice(String condition) {
        return "select cast(id as text), %s from task where account_id = :account and %s limit %d"
                .formatted(LONG_TEXTS, condition, Part.LARGEST);
    }

    @RegisterForReflection // Hibernate instantiates it from a row
    private record Choice(String id, long bytes) {}

    /** @param areAll whether no other tasks were chosen */
    private record Locked(String[] ids, boolean areAll) {}

    /**
     * Locks chosen tasks up to {@link Part#MOST_BYTES}, in the order of {@link #lock(Account, Collection)}. It is a statement
     * of its own, so that the next one sees the changes for which it waited.
     */
    private Locked lockSome(String choice, Map<String, ?> parameters) {
        var query = session.createNativeQuery(choice, Choice.class);
        parameters.forEach(query::setParameter);
        var chosen = query.getResultList();
        var bytes = 0L;
        var count = 0;
        while (count < chosen.size() && bytes < Part.MOST_BYTES) {
            bytes += chosen.get(count++).bytes();
        }
        var ids = chosen.stream().limit(count).map(Choice::id).toArray(String[]::new);
        session.createNativeQuery("""
                        select count(*)
                          from (select 1 from task where account_id = :account and id = any(cast(:ids as uuid[]))
                                 order by id for update) as locked""", Long.class)
                .setParameter("account", parameters.get("account"))
                .setParameter("ids", ids, String[].class)
                .getSingleResult();
        return new Locked(ids, count == chosen.size() && count < Part.LARGEST);
    }

    /**
     * Deletes for good the tasks of all accounts that were put into the trash before the given time.
     *
     * @return the number of deleted tasks, at most {@code limit}
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
