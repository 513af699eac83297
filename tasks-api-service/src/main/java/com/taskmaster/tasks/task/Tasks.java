package com.taskmaster.tasks.task;

import com.taskmaster.tasks.account.Account;
import com.taskmaster.tasks.http.Cursor;
import com.taskmaster.tasks.http.Page;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
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

    /** Which tasks {@link #removeSomeTrashed} is about. */
    static final String TRASHED_ONES = choice("status = 'trashed'");

    private static final String NOT_IN_TRASH = "trashed_at is null";
    private static final String UNTOUCHED = "import_id = :import and version = 0";
    private static final String IN_LIST = "list_id = :list";

    /** In the order of an index: the same ones each time, unless somebody adds tasks in the meantime. */
    private static final String FIRST_IN_LIST = IN_LIST + " order by status, position, task.id";

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

    /** Those of these tasks that are open and too close to another one to leave room between them for long. */
    List<UUID> crowded(Account account, Collection<UUID> ids) {
        return session.createNativeQuery("""
                        select task.id
                          from task,
                               lateral (select max(position) from task as other
                                         where other.account_id = task.account_id and other.status = 'open'
                                           and other.position < task.position) as above (position),
                               lateral (select min(position) from task as other
                                         where other.account_id = task.account_id and other.status = 'open'
                                           and other.position > task.position) as below (position)
                         where task.account_id = :account and task.status = 'open' and task.id in (:ids)
                           and least(task.position - above.position, below.position - task.position)
                               < greatest(:closest, abs(task.position) * :share)""", UUID.class)
                .setParameter("account", account.id())
                .setParameterList("ids", ids, UUID.class)
                .setParameter("closest", Position.CLOSEST)
                .setParameter("share", Position.CLOSEST_SHARE)
                .getResultList();
    }

    /** The open tasks above another one, nearest first; no more than are needed to make room for it. */
    List<Neighbour> above(Account account, Task task) {
        return beside(account, task, "(position, id) < (:position, :id) order by position desc, id desc");
    }

    /** The same below it. */
    List<Neighbour> below(Account account, Task task) {
        return beside(account, task, "(position, id) > (:position, :id) order by position, id");
    }

    private List<Neighbour> beside(Account account, Task task, String side) {
        return session.createNativeQuery(
                        "select id, position from task where account_id = :account and status = 'open' and %s limit %d"
                                .formatted(side, Position.MOST_SPREAD + 1),
                        Neighbour.class)
                .setParameter("account", account.id())
                .setParameter("position", task.position())
                .setParameter("id", task.id())
                .getResultList();
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

    /** Puts open and completed tasks into the trash, as many as a transaction has time for. */
    @Transactional
    Part trashSome(Account account, Optional<String> client) {
        return trashSome(NOT_IN_TRASH, Map.of("account", account.id()), client);
    }

    /** Puts tasks of an import that have not been changed since into the trash, as many as a transaction has time for. */
    @Transactional
    public Part trashSomeUntouched(Account account, UUID importId, Optional<String> client) {
        return trashSome(UNTOUCHED, Map.of("account", account.id(), "import", importId), client);
    }

    /** By the clock of who completes tasks, after what is waited for: the database tells when the transaction began. */
    private Part trashSome(String condition, Map<String, ?> parameters, Optional<String> client) {
        var ids = lockSome(choice(condition), parameters);
        var statement = session.createNativeMutationQuery("""
                with trashed as (
                    update task set trashed_at = :now, changed_at = :now, version = version + 1
                     where account_id = :account and id = any(cast(:ids as uuid[])) and %s
                    returning id)
                insert into task_change (task_id, account_id, changed_at, client, fields)
                select id, :account, :now, :client, %s from trashed""".formatted(condition, TRASHED));
        parameters.forEach(statement::setParameter);
        var trashed = statement
                .setParameter("ids", ids, String[].class)
                .setParameter("now", Task.now())
                .setParameter("client", client.orElse(null), String.class)
                .executeUpdate();
        return Part.of(ids.length, trashed);
    }

    /**
     * The tasks that {@link #emptySome} is about, before the list itself: whoever changes its tasks and adds to it does it in
     * this order.
     */
    public void lockSome(Account account, UUID list) {
        lockSome(choice(FIRST_IN_LIST), Map.of("account", account.id(), "list", list));
    }

    /** Moves tasks of a list to the inbox, and on to the trash if {@code trash} says so, as many as a transaction has time for. */
    public Part emptySome(Account account, UUID list, boolean trash, Optional<String> client) {
        var ids = lockSome(choice(FIRST_IN_LIST), Map.of("account", account.id(), "list", list));
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
                .setParameter("ids", ids, String[].class)
                .setParameter("inbox", account.inbox())
                .setParameter("list", list)
                .setParameter("trash", trash)
                .setParameter("now", Task.now())
                .setParameter("client", client.orElse(null), String.class)
                .executeUpdate();
        return Part.of(ids.length, moved);
    }

    /** Removes for good what this account has in the trash, as many tasks as a transaction has time for. */
    @Transactional
    Part removeSomeTrashed(Account account) {
        var ids = lockSome(TRASHED_ONES, Map.of("account", account.id()));
        var removed = session.createNativeMutationQuery("""
                        delete from task
                         where account_id = :account and id = any(cast(:ids as uuid[])) and status = 'trashed'""")
                .setParameter("account", account.id())
                .setParameter("ids", ids, String[].class)
                .executeUpdate();
        return Part.of(ids.length, removed);
    }

    private static String choice(String condition) {
        return "select cast(id as text) from task where account_id = :account and %s limit %d"
                .formatted(condition, Part.LARGEST);
    }

    /** In the order of {@link #lock(Account, Collection)}; a statement of its own, so that the next one sees what was waited for. */
    private String[] lockSome(String choice, Map<String, ?> parameters) {
        var chosen = session.createNativeQuery(choice, String.class);
        parameters.forEach(chosen::setParameter);
        var ids = chosen.getResultList().toArray(String[]::new);
        session.createNativeQuery("""
                        select count(*)
                          from (select 1 from task where account_id = :account and id = any(cast(:ids as uuid[]))
                                 order by id for update) as locked""", Long.class)
                .setParameter("account", parameters.get("account"))
                .setParameter("ids", ids, String[].class)
                .getSingleResult();
        return ids;
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
