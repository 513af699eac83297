package com.taskmaster.tasks.idempotency;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockTimeoutException;
import java.time.Duration;
import java.time.Instant;

/** The requests of the last day that had an {@code Idempotency-Key}. */
@ApplicationScoped
class IdempotentRequests implements PanacheRepositoryBase<IdempotentRequest, IdempotentRequest.Id> {

    private static final Duration KEPT = Duration.ofDays(1);
    private static final int AT_ONCE = 1000;

    /**
     * The request with this key: an earlier one, or a new one. Waits while another transaction has reserved the key,
     * but no longer than for any lock. If an earlier one is deleted just then, a new one takes its place.
     *
     * @throws LockTimeoutException if the key is still reserved; this transaction can then only be rolled back
     */
    IdempotentRequest reserve(IdempotentRequest.Id id) {
        insert(id);
        return findByIdOptional(id).orElseGet(() -> {
            insert(id);
            return findById(id);
        });
    }

    private void insert(IdempotentRequest.Id id) {
        getEntityManager()
                .createNativeQuery("""
                        insert into idempotent_request (account_id, key, received_at)
                        values (?1, ?2, now()) on conflict do nothing""")
                .setParameter(1, id.accountId())
                .setParameter(2, id.key())
                .executeUpdate();
    }

    /** In short transactions; runs on all instances, none of which waits for another. */
    @Scheduled(every = "1h", delayed = "1m")
    void removeOld() {
        var then = Instant.now().minus(KEPT);
        int removed;
        do {
            removed = QuarkusTransaction.requiringNew().call(() -> removeReceivedBefore(then));
        } while (removed == AT_ONCE);
    }

    private int removeReceivedBefore(Instant then) {
        return getEntityManager()
                .createNativeQuery("""
                        delete from idempotent_request where (account_id, key) in (
                            select account_id, key from idempotent_request where received_at < ?1
                            order by received_at limit ?2 for update skip locked)""")
                .setParameter(1, then)
                .setParameter(2, AT_ONCE)
                .executeUpdate();
    }
}
