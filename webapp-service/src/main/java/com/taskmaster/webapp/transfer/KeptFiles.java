package com.taskmaster.webapp.transfer;

import com.taskmaster.webapp.encryption.EncryptedJson;
import com.taskmaster.webapp.encryption.EncryptionKeys;
import com.taskmaster.webapp.encryption.Handle;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The uploaded files, in the database because any instance may receive the next request. Their content is encrypted,
 * and deleted half an hour after the upload or the start of the import.
 */
@ApplicationScoped
class KeptFiles implements PanacheRepositoryBase<KeptFile, String> {

    private static final int PART = 256 * 1024;

    /** The limit per user, so that nobody can fill the database. */
    private static final int MOST = 3;

    private final EncryptionKeys keys;
    private final EncryptedJson json;

    KeptFiles(EncryptionKeys keys, EncryptedJson json) {
        this.keys = keys;
        this.json = json;
    }

    @Transactional
    Handle add(String subject, String name, InputStream content) throws IOException {
        removeAllBut(MOST - 1, subject);
        var handle = Handle.random();
        var file = new KeptFile(handle.hash(), subject);
        var first = content.readNBytes(PART);
        var format = FileFormat.guess(name, new String(first, StandardCharsets.UTF_8));
        var size = 0L;
        var parts = 0;
        file.describe("");
        persistAndFlush(file);
        for (var part = first; part.length > 0; part = content.readNBytes(PART)) {
            add(new KeptPart.Id(handle.hash(), parts++), part);
            size += part.length;
        }
        describe(findById(handle.hash()), FileDescription.of(name, size, parts, format.orElse(null)));
        return handle;
    }

    /** @return empty if this user has no such file, or no longer has it */
    @Transactional
    Optional<FileDescription> find(Handle handle, String subject) {
        return row(handle, subject).flatMap(this::description);
    }

    /** The content of the file described by {@link #find}, read from the database part by part. */
    InputStream read(Handle handle, FileDescription file) {
        return new Parts(file.parts(), number -> QuarkusTransaction.requiringNew()
                .call(() -> part(new KeptPart.Id(handle.hash(), number))));
    }

    /** Keeps the file from expiring during an import that starts late, whose result would then be lost. */
    @Transactional
    void keepOn(Handle handle, String subject) {
        row(handle, subject).ifPresent(KeptFile::keepOn);
    }

    /** Stores the result and deletes the content, which is no longer needed. */
    @Transactional
    void change(Handle handle, String subject, UnaryOperator<FileDescription> change) {
        row(handle, subject).ifPresent(row -> description(row).map(change).ifPresent(changed -> {
            describe(row, changed);
            getEntityManager()
                    .createQuery("delete from KeptPart where id.handleHash = ?1")
                    .setParameter(1, row.handleHash())
                    .executeUpdate();
        }));
    }

    @Scheduled(every = "10m", delayed = "3m")
    @Transactional
    void removeExpired() {
        delete("expiresAt <= ?1", Instant.now());
    }

    private Optional<KeptFile> row(Handle handle, String subject) {
        return find("handleHash = ?1 and subject = ?2 and expiresAt > ?3", handle.hash(), subject, Instant.now())
                .firstResultOptional();
    }

    private void removeAllBut(int newest, String subject) {
        List<KeptFile> files = list("subject = ?1 order by expiresAt desc", subject);
        files.stream().skip(newest).forEach(this::delete);
    }

    private void add(KeptPart.Id id, byte[] content) {
        var entities = getEntityManager();
        entities.persist(new KeptPart(id, keys.encrypt(content, id.place())));
        entities.flush();
        entities.clear();
    }

    private byte[] part(KeptPart.Id id) {
        return Optional.ofNullable(getEntityManager().find(KeptPart.class, id))
                .flatMap(part -> keys.decrypt(part.content(), id.place()))
                .orElseThrow(() -> new IllegalStateException("A part of a kept file is gone"));
    }

    private void describe(KeptFile row, FileDescription file) {
        row.describe(json.encrypt(file, row.handleHash()));
    }

    private Optional<FileDescription> description(KeptFile row) {
        return json.decrypt(row.description(), row.handleHash(), FileDescription.class);
    }
}
