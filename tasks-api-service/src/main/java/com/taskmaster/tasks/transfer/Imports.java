package com.taskmaster.tasks.transfer;

import com.taskmaster.tasks.account.Account;
import com.taskmaster.tasks.task.Part;
import com.taskmaster.tasks.task.Tasks;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Imports, as recorded in the tasks they created; every query takes the account. */
@ApplicationScoped
class Imports {

    @RegisterForReflection // Hibernate instantiates it from a row
    private record Outcome(long all, long left) {}

    private final Tasks tasks;
    private final Session session;

    Imports(Tasks tasks, Session session) {
        this.tasks = tasks;
        this.session = session;
    }

    /**
     * Puts the tasks of an import that have not been changed since into the trash; lists that it created stay.
     *
     * @return empty if this account has no tasks of such an import
     */
    Optional<UndoneImport> undo(Account account, UUID id, Optional<String> client) {
        var trashed = Part.all(() -> tasks.trashSomeUntouched(account, id, client));
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
