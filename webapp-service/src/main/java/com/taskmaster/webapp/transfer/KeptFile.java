package com.taskmaster.webapp.transfer;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;

/** An uploaded file, and after the import its result; the description is encrypted. */
@Entity
class KeptFile {

    private static final Duration LIFETIME = Duration.ofMinutes(30);

    @Id
    private String handleHash;

    private String subject;
    private String description;
    private Instant keptAt;
    private Instant expiresAt;

    protected KeptFile() {}

    KeptFile(String handleHash, String subject) {
        this.handleHash = handleHash;
        this.subject = subject;
        this.keptAt = Instant.now();
        this.expiresAt = keptAt.plus(LIFETIME);
    }

    /** Restarts the lifetime. */
    void keepOn() {
        expiresAt = Instant.now().plus(LIFETIME);
    }

    String handleHash() {
        return handleHash;
    }

    String description() {
        return description;
    }

    void describe(String encrypted) {
        description = encrypted;
    }
}
