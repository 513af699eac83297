package com.taskmaster.webapp.session;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import org.hibernate.annotations.DynamicUpdate;

/**
 * One sign-in in one browser. Its tokens are encrypted with a key that is not in the database, and its id is a hash of
 * the handle in the browser's cookie: a copy of the table reveals no token and opens no session.
 */
@Entity
@DynamicUpdate // a request that only uses the session must not overwrite tokens that another one has renewed
class Session {

    @Id
    private String handleHash;

    private String issuer;
    private String subject;
    private String providerSession;
    private String tokens;
    private Instant tokensExpireAt;
    private Instant renewAt;
    private int renewals;
    private Instant renewingUntil;
    private String userAgent;
    private Instant startedAt;
    private Instant lastUsedAt;
    private Instant expiresAt;

    protected Session() {}

    Session(String handleHash, Tokens tokens, String encrypted, String userAgent, Duration lifetime, Duration margin) {
        this.handleHash = handleHash;
        this.issuer = tokens.issuer();
        this.subject = tokens.subject();
        this.providerSession = tokens.providerSession();
        this.userAgent = userAgent;
        this.startedAt = Instant.now();
        this.lastUsedAt = startedAt;
        this.expiresAt = startedAt.plus(lifetime);
        hold(tokens, encrypted, margin);
    }

    void renew(Tokens renewed, String encrypted, Duration margin) {
        hold(renewed, encrypted, margin);
        renewals++;
        renewingUntil = null;
    }

    private void hold(Tokens current, String encrypted, Duration margin) {
        var half = Duration.between(current.issuedAt(), current.expireAt()).dividedBy(2);
        tokens = encrypted;
        tokensExpireAt = current.expireAt();
        renewAt = current.expireAt().minus(margin.compareTo(half) < 0 ? margin : half);
    }

    SessionView view() {
        return new SessionView(handleHash, subject, userAgent, startedAt, lastUsedAt);
    }

    String handleHash() {
        return handleHash;
    }

    String subject() {
        return subject;
    }

    Instant lastUsedAt() {
        return lastUsedAt;
    }

    String encryptedTokens() {
        return tokens;
    }

    Instant renewAt() {
        return renewAt;
    }

    int renewals() {
        return renewals;
    }

    boolean isDue() {
        return !renewAt.isAfter(Instant.now());
    }

    /** Whether the tokens are still valid. */
    boolean isUsable() {
        return tokensExpireAt.isAfter(Instant.now());
    }
}
