package com.taskmaster.webapp.session;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** All sessions; one that has expired is not found, whether it was removed yet or not. */
@ApplicationScoped
class Sessions implements PanacheRepositoryBase<Session, String> {

    @Transactional
    Optional<AuthorizationCodeTokens> tokensOf(SessionHandle handle) {
        return find(handle).map(Session::tokens);
    }

    @Transactional
    SessionHandle open(AuthorizationCodeTokens tokens, Duration lifetime) {
        var handle = SessionHandle.random();
        persist(new Session(handle, tokens, lifetime));
        return handle;
    }

    /** @return whether the session is still there */
    @Transactional
    boolean renew(SessionHandle handle, AuthorizationCodeTokens tokens, Duration lifetime) {
        var session = find(handle);
        session.ifPresent(found -> found.renew(tokens, lifetime));
        return session.isPresent();
    }

    @Transactional
    void end(SessionHandle handle) {
        deleteById(handle.hash());
    }

    @Scheduled(every = "10m", delayed = "1m")
    @Transactional
    void removeExpired() {
        delete("expiresAt <= ?1", Instant.now());
    }

    private Optional<Session> find(SessionHandle handle) {
        return find("handleHash = ?1 and expiresAt > ?2", handle.hash(), Instant.now())
                .firstResultOptional();
    }
}
