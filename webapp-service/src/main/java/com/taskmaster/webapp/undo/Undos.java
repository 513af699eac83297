package com.taskmaster.webapp.undo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.taskmaster.webapp.encryption.EncryptionKeys;
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

    private final EncryptionKeys keys;
    private final ObjectMapper json;

    Undos(EncryptionKeys keys, ObjectMapper json) {
        this.keys = keys;
        this.json = json;
    }

    /** @return the handle that the page gets, and nobody else */
    @Transactional
    public Handle keep(Undo undo) {
        var handle = Handle.random();
        persist(new KeptUndo(handle.hash(), keys.encrypt(write(undo))));
        return handle;
    }

    /** @return nothing if this person has no such thing to take back, or no more */
    @Transactional
    public Optional<Undo> find(Handle handle, String subject) {
        return kept(handle).flatMap(kept -> read(kept, subject));
    }

    /** Like {@link #find}, once. */
    @Transactional
    public Optional<Undo> take(Handle handle, String subject) {
        return kept(handle)
                .flatMap(kept -> read(kept, subject))
                .filter(undo -> delete("handleHash", handle.hash()) == 1);
    }

    @Scheduled(every = "10m", delayed = "4m")
    @Transactional
    void removeExpired() {
        delete("expiresAt <= ?1", Instant.now());
    }

    private Optional<KeptUndo> kept(Handle handle) {
        return find("handleHash = ?1 and expiresAt > ?2", handle.hash(), Instant.now())
                .firstResultOptional();
    }

    private Optional<Undo> read(KeptUndo kept, String subject) {
        return keys.decrypt(kept.content()).map(this::parse).filter(undo -> undo.subject()
                .equals(subject));
    }

    private String write(Undo undo) {
        try {
            return json.writeValueAsString(undo);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Undo parse(String text) {
        try {
            return json.readValue(text, Undo.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
