package com.taskmaster.tasks.idempotency;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockTimeoutException;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;

/** The requests of the last day that carried an {@code Idempotency-Key}. */
@ApplicationScoped
class IdempotentRequests implements PanacheRepositoryBase<IdempotentRequest, IdempotentRequest.Id> {

    private static final Duration KEPT = Duration.ofDays(1);

    /**
     * The request of this key: a new one, or the one from before. While another transaction holds the same key, this
     * waits for it, but no longer than for any lock.
     *
     * @throws LockTimeoutException if it is still at it then; this transaction can only be rolled back
     */
    IdempotentRequest reserve(IdempotentRequest.Id id) {
        getEntityManager()
                .createNativeQuery("""
                        insert into idempotent_request (account_id, key, received_at)
                        values (?1, ?2, now()) on conflict do nothing""")
                .setParameter(1, id.accountId())
                .setParameter(2, id.key())
                .executeUpdate();
        return findById(id);
    }

    @Scheduled(every = "1h", delayed = "1m")
    @Transactional
    void removeOld() {
        delete("receivedAt < ?1", Instant.now().minus(KEPT));
    }
}
