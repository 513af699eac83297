package com.taskmaster.tasks.transfer;

import com.taskmaster.tasks.account.Account;
import com.taskmaster.tasks.task.Tasks;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** All imports, as far as there are tasks that came with them; the account is part of every question. */
@ApplicationScoped
class Imports {

    @RegisterForReflection // Hibernate makes it of a row
    private record Outcome(long all, long trashed, long left) {}

    private final Tasks tasks;
    private final Session session;

    Imports(Tasks tasks, Session session) {
        this.tasks = tasks;
        this.session = session;
    }

    /**
     * Puts into the trash what came with it and has not been changed since; lists that it made stay.
     *
     * @return empty where this account has no task of such an import
     */
    Optional<UndoneImport> undo(Account account, UUID id, Optional<String> client) {
        tasks.lockUntouched(account, id);
        var outcome = session.createNativeQuery("""
                        with trashed as (
                            update task set trashed_at = now(), changed_at = now(), version = version + 1
                             where account_id = :account and import_id = :id and version = 0
                            returning id),
                        written as (
                            insert into task_change (task_id, account_id, changed_at, client, fields)
                            select id, :account, now(), :client, '[{"field": "trashed", "from": false, "to": true}]'
                              from trashed)
                        select count(*), (select count(*) from trashed), count(*) filter (where trashed_at is null)
                          from task where account_id = :account and import_id = :id""", Outcome.class)
                .setParameter("account", account.id())
                .setParameter("id", id)
                .setParameter("client", client.orElse(null), String.class)
                .getSingleResult();
        return Optional.of(outcome)
                .filter(found -> found.all() > 0)
                .map(found -> new UndoneImport(found.trashed(), found.left() - found.trashed()));
    }
}
