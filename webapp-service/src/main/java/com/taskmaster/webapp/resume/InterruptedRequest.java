package com.taskmaster.webapp.resume;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;

/** An {@link Interruption} as stored: encrypted, with the hash of a handle as its key, for a limited time. */
@Entity
class InterruptedRequest {

    static final Duration LIFETIME = Duration.ofMinutes(30);

    @Id
    private String handleHash;

    private String subject;
    private boolean form;
    private String content;
    private boolean shown;
    private Instant expiresAt;

    protected InterruptedRequest() {}

    InterruptedRequest(String handleHash, String subject, boolean form, String content) {
        this.handleHash = handleHash;
        this.subject = subject;
        this.form = form;
        this.content = content;
        this.expiresAt = Instant.now().plus(LIFETIME);
    }

    String content() {
        return content;
    }
}
