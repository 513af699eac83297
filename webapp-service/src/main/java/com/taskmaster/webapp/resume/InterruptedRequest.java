package com.taskmaster.webapp.resume;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;

/** An {@link Interruption} as it is kept: encrypted, under the hash of a handle, for a while. */
@Entity
class InterruptedRequest {

    private static final Duration LIFETIME = Duration.ofMinutes(30);

    @Id
    private String handleHash;

    private String content;
    private boolean sentAway;
    private Instant expiresAt;

    protected InterruptedRequest() {}

    InterruptedRequest(String handleHash, String content) {
        this.handleHash = handleHash;
        this.content = content;
        this.expiresAt = Instant.now().plus(LIFETIME);
    }

    String content() {
        return content;
    }

    /** @return whether the person is to go to the provider now, which happens once */
    boolean sendAway() {
        var first = !sentAway;
        sentAway = true;
        return first;
    }
}
