package com.taskmaster.tasks.task;

import com.taskmaster.tasks.account.Account;
import com.taskmaster.tasks.history.NewChange;
import com.taskmaster.tasks.http.InvalidParameter;
import com.taskmaster.tasks.http.QueryParameters;
import com.taskmaster.tasks.order.Position;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The context of a request that changes tasks: account, time zone, lists, and the changes made so far. */
public final class Workspace {

    private final Account account;
    private final ZoneId zone;
    private final Tasks tasks;
    private Set<UUID> lists;
    private double top = Double.POSITIVE_INFINITY;
    private boolean topIsKnown;
    private final List<NewChange> changes = new ArrayList<>();
    private final Set<UUID> placed = new LinkedHashSet<>();

    private Workspace(Account account, ZoneId zone, Tasks tasks) {
        this.account = account;
        this.zone = zone;
        this.tasks = tasks;
    }

    /** @throws InvalidParameter if the query names an unknown zone */
    public static Workspace of(Account account, QueryParameters query, Tasks tasks) {
        return new Workspace(account, TaskFilter.zone(query), tasks);
    }

    public Account account() {
        return account;
    }

    /** The time zone in which days begin and end. */
    ZoneId zone() {
        return zone;
    }

    /** Whether the list belongs to the account; the lists are read once, on first use. */
    boolean has(UUID list) {
        if (list.equals(account.inbox())) {
            return true;
        }
        if (lists == null) {
            lists = tasks.lists(account);
        }
        return lists.contains(list);
    }

    /** The changes made so far, not recorded yet. */
    List<NewChange> changes() {
        return changes;
    }

    /** The tasks that got a position among the open tasks which may be close to others. */
    Set<UUID> placed() {
        return placed;
    }

    /** Assigns a position, if there is none, above all open tasks and all tasks placed before. */
    TaskDetails place(TaskDetails details) {
        var placed = details.position() == null ? details.placedAt(top()) : details;
        if (!placed.completed() && !placed.trashed()) {
            top = Math.min(top, Position.above(placed.position()));
        }
        return placed;
    }

    /** Queries the stored top position once. */
    private double top() {
        if (!topIsKnown) {
            top = Math.min(top, tasks.top(account));
            topIsKnown = true;
        }
        return top;
    }
}
