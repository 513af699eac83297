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
    private record Outcome(long all, long left) {}

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
        var trashed = tasks.trashUntouched(account, id, client);
        var outcome = session.createNativeQuery("""
                        select count(*), count(*) filter (where trashed_at is null)
                          from task where account_id = :account and import_id = :id""", Outcome.class)
                .setParameter("account", account.id())
                .setParameter("id", id)
                .getSingleResult();
        return Optional.of(outcome)
                .filter(found -> found.all() > 0)
                .map(found -> new UndoneImport(trashed, found.left()));
    }
}
