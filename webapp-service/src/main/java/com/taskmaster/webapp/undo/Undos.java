package com.taskmaster.webapp.undo;

import com.taskmaster.webapp.encryption.EncryptedJson;
import com.taskmaster.webapp.encryption.Handle;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;

/** Everything that can still be taken back, by whichever instance is asked. */
@ApplicationScoped
public class Undos implements PanacheRepositoryBase<KeptUndo, String> {

    private final EncryptedJson json;

    Undos(EncryptedJson json) {
        this.json = json;
    }

    /** @return the handle that the page gets, and nobody else */
    @Transactional
    public Handle keep(Undo undo) {
        var handle = Handle.random();
        persist(new KeptUndo(handle.hash(), json.encrypt(undo)));
        return handle;
    }

    /** @return nothing if this person has no such thing to take back, or no more */
    @Transactional
    public Optional<Undo> find(Handle handle, String subject) {
        return find("handleHash = ?1 and expiresAt > ?2", handle.hash(), Instant.now())
                .firstResultOptional()
                .flatMap(kept -> json.decrypt(kept.content(), Undo.class))
                .filter(undo -> undo.subject().equals(subject));
    }

    @Transactional
    public void forget(Handle handle) {
        delete("handleHash = ?1", handle.hash());
    }

    @Scheduled(every = "10m", delayed = "4m")
    @Transactional
    void removeExpired() {
        delete("expiresAt <= ?1", Instant.now());
    }
}
