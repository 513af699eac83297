package com.taskmaster.webapp.undo;

import com.taskmaster.webapp.encryption.EncryptedJson;
import com.taskmaster.webapp.encryption.Handle;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;

/** The actions that can still be undone, from any instance. */
@ApplicationScoped
public class Undos implements PanacheRepositoryBase<KeptUndo, String> {

    private final EncryptedJson json;

    Undos(EncryptedJson json) {
        this.json = json;
    }

    /** @return the handle, which only the page receives */
    @Transactional
    public Handle keep(Undo undo) {
        var handle = Handle.random();
        persist(new KeptUndo(handle.hash(), json.encrypt(undo)));
        return handle;
    }

    /** @return empty if this user has nothing to undo under this handle, or no longer has it */
    @Transactional
    public Optional<Undo> find(Handle handle, String subject) {
        return find("handleHash = ?1 and expiresAt > ?2", handle.hash(), Instant.now())
                .firstResultOptional()
                .flatMap(kept -> json.decrypt(kept.content(), Undo.class))
                .filter(undo -> undo.subject().equals(subject));
    }

    /** Keeps another one under the same handle, which the page may go on showing. */
    @Transactional
    public void replace(Handle handle, Undo undo) {
        findByIdOptional(handle.hash()).ifPresent(kept -> kept.replace(json.encrypt(undo)));
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
