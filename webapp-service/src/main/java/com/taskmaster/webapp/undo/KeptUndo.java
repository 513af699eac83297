package com.taskmaster.webapp.undo;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/** An {@link Undo} as stored: encrypted, with the hash of a handle as its key. */
@Entity
@Table(name = "undo")
class KeptUndo {

    /** The page offers it for ten seconds, or longer while the pointer is over it; slow readers get more time too. */
    private static final Duration LIFETIME = Duration.ofMinutes(2);

    @Id
    private String handleHash;

    private String content;
    private Instant expiresAt;

    protected KeptUndo() {}

    KeptUndo(String handleHash, String content) {
        this.handleHash = handleHash;
        replace(content);
    }

    void replace(String newContent) {
        content = newContent;
        expiresAt = Instant.now().plus(LIFETIME);
    }

    String content() {
        return content;
    }
}
