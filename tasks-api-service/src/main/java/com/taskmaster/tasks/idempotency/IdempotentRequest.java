package com.taskmaster.tasks.idempotency;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.time.Instant;

/** A request with an {@code Idempotency-Key}, and its response. */
@Entity
class IdempotentRequest {

    @Embeddable
    record Id(long accountId, String key) {}

    @EmbeddedId
    private Id id;

    private String fingerprint;
    private Instant receivedAt;
    private Short status;
    private String location;
    private String etag;
    private String body;

    protected IdempotentRequest() {}

    boolean isOf(String otherFingerprint) {
        return fingerprint.equals(otherFingerprint);
    }

    void answer(
            String requestFingerprint,
            int answeredStatus,
            String answeredLocation,
            String answeredEtag,
            String answeredBody) {
        fingerprint = requestFingerprint;
        status = (short) answeredStatus;
        location = answeredLocation;
        etag = answeredEtag;
        body = answeredBody;
    }

    boolean isAnswered() {
        return status != null;
    }

    int status() {
        return status;
    }

    String location() {
        return location;
    }

    String etag() {
        return etag;
    }

    String body() {
        return body;
    }
}
