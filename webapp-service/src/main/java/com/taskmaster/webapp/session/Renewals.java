package com.taskmaster.webapp.session;

import com.taskmaster.webapp.audit.Audit;
import com.taskmaster.webapp.audit.Audit.Event;
import com.taskmaster.webapp.provider.ProviderUnavailable;
import com.taskmaster.webapp.provider.TokenError;
import io.quarkus.logging.Log;
import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.runtime.OidcProvider;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jose4j.jwt.consumer.InvalidJwtException;

/**
 * Refreshes a session's tokens once for all its requests. Requests on this instance share the result; between
 * instances, a lease in the session's row decides which one asks the provider. The others use the old tokens while they
 * are valid, and otherwise wait. A refresh that was started is completed even if its request is gone, because the
 * provider may have rotated the refresh token (RFC 9700 §4.14). If the session has ended in the meantime, the new
 * refresh token is revoked.
 */
@ApplicationScoped
class Renewals {

    /** After this time the instance that refreshes is presumed dead, and another one may try. */
    private static final Duration LEASE = Duration.ofSeconds(12);

    private static final Duration ANSWER_OF_THE_PROVIDER = Duration.ofSeconds(10);

    /** How long a request without valid tokens waits; longer than a lease. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** How long a request waits that still has valid tokens. */
    private static final Duration LITTLE_PATIENCE = Duration.ofSeconds(2);

    /** How long to retry storing new tokens: the old ones are no longer valid. */
    private static final Duration TIME_TO_STORE = Duration.ofSeconds(30);

    private static final Duration FIRST_LOOK = Duration.ofMillis(50);
    private static final Duration LATER_LOOKS = Duration.ofMillis(250);

    /**
     * The error codes that mean the refresh token will never be valid again (RFC 6749 §5.2, OpenID Connect Core
     * §3.1.2.6).
     */
    private static final Set<String> FINAL_ERRORS =
            Set.of("invalid_grant", "interaction_required", "consent_required", "login_required");

    private final Map<String, CompletableFuture<Optional<Session>>> underWay = new ConcurrentHashMap<>();
    private final Sessions sessions;
    private final SessionTermination termination;
    private final TokenVault vault;
    private final Audit audit;

    Renewals(Sessions sessions, SessionTermination termination, TokenVault vault, Audit audit) {
        this.sessions = sessions;
        this.termination = termination;
        this.vault = vault;
        this.audit = audit;
    }

    /**
     * Returns the session with valid tokens. Blocks no thread while waiting for the provider, so that any number of
     * waiting sessions leave threads for other requests.
     *
     * @return empty if the provider has ended the session; fails with {@link ProviderUnavailable} if the tokens have
     * expired and the provider does not respond
     */
    Uni<Optional<Session>> renew(Session due, OidcProvider provider) {
        if (due.isUsable() && underWay.containsKey(due.handleHash())) {
            return Uni.createFrom().item(Optional.of(due));
        }
        var renewal = underWay.computeIfAbsent(due.handleHash(), hash -> begin(due, provider));
        renewal.whenComplete((session, failure) -> underWay.remove(due.handleHash(), renewal));
        return Uni.createFrom()
                .completionStage(renewal.copy())
                .ifNoItem()
                .after(due.isUsable() ? LITTLE_PATIENCE : PATIENCE)
                .fail()
                .onFailure()
                .transform(failure -> new ProviderUnavailable("The tokens cannot be renewed", failure))
                .onFailure(failure -> due.isUsable())
                .recoverWithItem(Optional.of(due));
    }

    private CompletableFuture<Optional<Session>> begin(Session due, OidcProvider provider) {
        return Uni.createFrom()
                .deferred(() -> attempt(due.handleHash(), provider))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .onFailure(UnderWayElsewhere.class)
                .retry()
                .withBackOff(FIRST_LOOK, LATER_LOOKS)
                .expireIn(PATIENCE.toMillis())
                .subscribeAsCompletionStage();
    }

    private Uni<Optional<Session>> attempt(String handleHash, OidcProvider provider) {
        var session = sessions.findAlive(handleHash);
        if (session.isEmpty() || !session.get().isDue()) {
            return Uni.createFrom().item(session);
        }
        if (sessions.claimRenewal(handleHash, session.get().renewals(), LEASE)) {
            return refresh(session.get(), provider);
        }
        return session.get().isUsable()
                ? Uni.createFrom().item(session)
                : Uni.createFrom().failure(new UnderWayElsewhere());
    }

    private Uni<Optional<Session>> refresh(Session session, OidcProvider provider) {
        var before = vault.open(session).filter(tokens -> tokens.refreshToken() != null);
        if (before.isEmpty()) {
            return Uni.createFrom().item(Optional.of(session).filter(Session::isUsable));
        }
        return provider.refreshTokens(before.get().refreshToken())
                .ifNoItem()
                .after(ANSWER_OF_THE_PROVIDER)
                .fail()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .chain(answer -> hold(session, before.get(), answer, provider))
                .onFailure(Renewals::isFinal)
                .recoverWithItem(() -> renewedByAnother(session).or(() -> end(session, Event.RENEWAL_REFUSED)))
                .onFailure()
                .invoke(failure -> giveUp(session, failure));
    }

    private Uni<Optional<Session>> hold(
            Session session, Tokens before, AuthorizationCodeTokens answer, OidcProvider provider) {
        if (!before.areContinuedBy(answer)) {
            return Uni.createFrom().item(refuse(session, before, answer));
        }
        return RefreshedIdToken.verify(answer, provider)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(before::refreshed)
                .invoke(renewed -> audit.write(Event.RENEWAL, session.subject()))
                .chain(renewed -> store(session, renewed))
                .onFailure(InvalidJwtException.class)
                .recoverWithItem(failure -> refuse(session, before, answer));
    }

    /**
     * Retries while the database is unavailable; the requests keep waiting. If the session has ended in the meantime,
     * the tokens are revoked.
     */
    private Uni<Optional<Session>> store(Session session, Tokens renewed) {
        var locked = vault.lock(session.handleHash(), renewed);
        return Uni.createFrom()
                .item(() -> sessions.renew(session.handleHash(), renewed, locked))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .onFailure()
                .invoke(failure -> Log.warnf("Renewed tokens cannot be stored yet: %s", failure))
                .onFailure()
                .retry()
                .withBackOff(FIRST_LOOK, LATER_LOOKS)
                .expireIn(TIME_TO_STORE.toMillis())
                .invoke(holder -> {
                    if (holder.isEmpty()) {
                        termination.revokeUnlessShared(renewed);
                    }
                });
    }

    private Optional<Session> refuse(Session session, Tokens before, AuthorizationCodeTokens answer) {
        Log.warn("A refreshed ID token is invalid or of another sign-in; the session ends");
        var ended = end(session, Event.ID_TOKEN_REFUSED);
        termination.revoke(answer.getRefreshToken());
        if (!before.refreshToken().equals(answer.getRefreshToken())) {
            termination.revokeUnlessShared(before);
        }
        return ended;
    }

    private void giveUp(Session session, Throwable failure) {
        Log.warnf("The tokens of a session cannot be renewed for now: %s", failure);
        audit.write(Event.RENEWAL_FAULT, session.subject());
        if (!session.isUsable()) {
            sessions.giveUpRenewal(session.handleHash());
        }
    }

    private Optional<Session> end(Session session, Event why) {
        sessions.end(session.handleHash());
        audit.write(why, session.subject());
        return Optional.empty();
    }

    /** If this refresh took too long, another instance may have renewed the tokens. */
    private Optional<Session> renewedByAnother(Session session) {
        return sessions.findAlive(session.handleHash()).filter(now -> now.renewals() != session.renewals());
    }

    private static boolean isFinal(Throwable e) {
        return TokenError.code(e).filter(FINAL_ERRORS::contains).isPresent();
    }

    /** Another instance has claimed the renewal. */
    private static class UnderWayElsewhere extends RuntimeException {

        private static final long serialVersionUID = 1;

        UnderWayElsewhere() {
            super("Another instance renews the tokens", null, false, false);
        }
    }
}
