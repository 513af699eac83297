package com.taskmaster.tasks.account;

import com.taskmaster.tasks.security.Owner;
import io.quarkus.cache.CacheResult;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import org.hibernate.Session;

/** All accounts. */
@ApplicationScoped
class Accounts {

    private final Session database;

    Accounts(Session database) {
        this.database = database;
    }

    /**
     * Returns the owner's account, creating it on the first request. Runs in its own transaction, so that the cached
     * account exists even if the request is rolled back.
     */
    @CacheResult(cacheName = "accounts")
    @Transactional(TxType.REQUIRES_NEW)
    Account of(Owner owner) {
        var known = find(owner);
        if (known.isEmpty()) {
            make(owner);
            known = find(owner);
        }
        return known.get(0);
    }

    private List<Account> find(Owner owner) {
        return database.createNativeQuery(
                        "select id, inbox from account where issuer = ?1 and subject = ?2", Account.class)
                .setParameter(1, owner.issuer())
                .setParameter(2, owner.subject())
                .getResultList();
    }

    /** Safe when two instances do this at once: the second waits for the first and inserts nothing. */
    private void make(Owner owner) {
        database.createNativeMutationQuery("""
                        with made as (
                            insert into account (issuer, subject) values (?1, ?2) on conflict do nothing returning id, inbox)
                        insert into task_list (id, account_id, name, position, created_at, changed_at, version)
                        select inbox, id, 'Inbox', 0, now(), now(), 0 from made""")
                .setParameter(1, owner.issuer())
                .setParameter(2, owner.subject())
                .executeUpdate();
    }
}
