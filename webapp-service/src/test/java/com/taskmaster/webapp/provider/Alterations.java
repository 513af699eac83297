package com.taskmaster.webapp.provider;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;

/** How the provider's responses differ from its usual ones. */
final class Alterations {

    /** Entra ID's is between 60 and 90 minutes. */
    static final Duration TOKEN_LIFETIME = Duration.ofMinutes(75);

    volatile TestUser user = TestUser.ALICE;
    volatile Consumer<JwtClaims> idTokenClaims = claims -> {};
    volatile Consumer<JwtClaims> accessTokenClaims = claims -> {};
    volatile Consumer<JsonWebSignature> idTokenSignature = signature -> {};
    volatile Optional<String> idToken = Optional.empty();
    volatile Consumer<Map<String, Object>> tokenResponse = response -> {};
    volatile Optional<Refusal> atAuthorization = Optional.empty();
    volatile Optional<Refusal> atToken = Optional.empty();
    volatile Optional<Refusal> atRevocation = Optional.empty();
    volatile Optional<Answer> tokenAnswer = Optional.empty();
    volatile Duration delay = Duration.ZERO;
    volatile boolean anotherPage;
    volatile Optional<String> announcedIssuer = Optional.empty();

    private final CountDownLatch ended = new CountDownLatch(1);

    void awaitTheAnswersTime() {
        try {
            ended.await(delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void end() {
        ended.countDown();
    }
}
