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
    private static final String LONGEST_WAIT_IN_MILLISECONDS = "5000";

    /**
     * The request of this key: a new one, or the one from before. While another transaction holds the same key, this
     * waits for it, but not for long; nor does anything else wait longer for a lock from then on in this transaction.
     *
     * @throws LockTimeoutException if it is still at it then; this transaction can only be rolled back
     */
    IdempotentRequest reserve(IdempotentRequest.Id id) {
        getEntityManager()
                .createNativeQuery("""
                        insert into idempotent_request (account_id, key, received_at)
                        select ?1, ?2, now() where set_config('lock_timeout', ?3, true) is not null
                        on conflict do nothing""")
                .setParameter(3, LONGEST_WAIT_IN_MILLISECONDS)
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
