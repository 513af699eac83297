package com.taskmaster.webapp.resume;

import com.taskmaster.webapp.encryption.EncryptedJson;
import com.taskmaster.webapp.encryption.Handle;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;

/** The requests that wait for a sign-in, until they are carried out; what was typed is encrypted. */
@ApplicationScoped
class InterruptedRequests implements PanacheRepositoryBase<InterruptedRequest, String> {

    /** The limit per user, for forms and for pages alike, so that nobody can fill the database. */
    private static final int MOST = 3;

    private final EncryptedJson json;

    InterruptedRequests(EncryptedJson json) {
        this.json = json;
    }

    @Transactional
    Handle add(Interruption interruption) {
        removeAllBut(MOST - 1, interruption.subject(), interruption.form());
        var handle = Handle.random();
        persist(new InterruptedRequest(
                handle.hash(), interruption.subject(), interruption.form(), json.encrypt(interruption)));
        return handle;
    }

    /** @return empty if this user has no such request, or no longer has it */
    @Transactional
    Optional<Interruption> find(Handle handle, String subject) {
        return find("handleHash = ?1 and expiresAt > ?2", handle.hash(), Instant.now())
                .firstResultOptional()
                .flatMap(request -> json.decrypt(request.content(), Interruption.class))
                .filter(interruption -> interruption.subject().equals(subject));
    }

    /** @return whether it had not been shown before */
    @Transactional
    boolean show(Handle handle) {
        return update("shown = true where handleHash = ?1 and shown = false", handle.hash()) > 0;
    }

    @Transactional
    void remove(Handle handle) {
        delete("handleHash = ?1", handle.hash());
    }

    @Scheduled(every = "10m", delayed = "3m")
    @Transactional
    void removeExpired() {
        delete("expiresAt <= ?1", Instant.now());
    }

    private void removeAllBut(int newest, String subject, boolean form) {
        var older = getEntityManager()
                .createQuery(
                        "select handleHash from InterruptedRequest where subject = ?1 and form = ?2 order by expiresAt desc",
                        String.class)
                .setParameter(1, subject)
                .setParameter(2, form)
                .setFirstResult(newest)
                .getResultList();
        delete("handleHash in ?1", older);
    }
}
