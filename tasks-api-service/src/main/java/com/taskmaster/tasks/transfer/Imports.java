package com.taskmaster.tasks.transfer;

import com.taskmaster.tasks.account.Account;
import com.taskmaster.tasks.http.PartlyDone;
import com.taskmaster.tasks.task.Part;
import com.taskmaster.tasks.task.Tasks;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Imports, as recorded in the tasks they created; every query takes the account. */
@ApplicationScoped
class Imports {

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
     * @throws PartlyDone if tasks were put into the trash, but not all, or they could not be counted
     */
    Optional<UndoneImport> undo(Account account, UUID id, Optional<String> client) {
        var trashed = Part.all(() -> tasks.trashSomeUntouched(account, id, client));
        try {
            return Optional.of(outcome(account, id)).filter(outcome -> outcome.trashed() + outcome.kept() > 0);
        } catch (RuntimeException e) {
            throw trashed == 0 ? e : new PartlyDone(e);
        }
    }

    private UndoneImport outcome(Account account, UUID id) {
        return session.createNativeQuery("""
                        select count(*) filter (where trashed_at is not null), count(*) filter (where trashed_at is null)
                          from task where account_id = :account and import_id = :id""", UndoneImport.class)
                .setParameter("account", account.id())
                .setParameter("id", id)
                .getSingleResult();
    }
}
