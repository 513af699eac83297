package com.taskmaster.tasks.task;

import com.taskmaster.tasks.account.Account;
import com.taskmaster.tasks.history.NewChange;
import com.taskmaster.tasks.http.InvalidParameter;
import com.taskmaster.tasks.http.QueryParameters;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** An account as one request works on it: in which zone, with which lists, and what it changes. */
public final class Workspace {

    private final Account account;
    private final ZoneId zone;
    private final Tasks tasks;
    private Set<UUID> lists;
    private double top = Double.POSITIVE_INFINITY;
    private boolean topIsKnown;
    private final List<NewChange> changes = new ArrayList<>();

    private Workspace(Account account, ZoneId zone, Tasks tasks) {
        this.account = account;
        this.zone = zone;
        this.tasks = tasks;
    }

    /** @throws InvalidParameter if the query names a zone that is none */
    public static Workspace of(Account account, QueryParameters query, Tasks tasks) {
        return new Workspace(account, TaskFilter.zone(query), tasks);
    }

    public Account account() {
        return account;
    }

    /** The zone that tells days. */
    ZoneId zone() {
        return zone;
    }

    /** Whether the list is one of the account's; they are read when the first is asked for, however many are. */
    boolean has(UUID list) {
        if (list.equals(account.inbox())) {
            return true;
        }
        if (lists == null) {
            lists = tasks.lists(account);
        }
        return lists.contains(list);
    }

    /** What has been done so far, and is yet to be written down. */
    List<NewChange> changes() {
        return changes;
    }

    /** At the top if it has no position of its own: above all that is open, and all that has been placed before. */
    TaskDetails place(TaskDetails details) {
        var placed = details.position() == null ? details.placedAt(top()) : details;
        if (!placed.completed() && !placed.trashed()) {
            top = Math.min(top, Position.above(placed.position()));
        }
        return placed;
    }

    /** What is stored is asked for once, however many are put at the top. */
    private double top() {
        if (!topIsKnown) {
            top = Math.min(top, tasks.top(account));
            topIsKnown = true;
        }
        return top;
    }
}
