package com.taskmaster.webapp.transfer;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;

/** A file that waits for its import, and afterwards what came of it; what it is, is encrypted. */
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

    /** As if it were kept from now on. */
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
