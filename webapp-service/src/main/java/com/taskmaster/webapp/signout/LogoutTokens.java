package com.taskmaster.webapp.signout;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The accepted logout tokens, kept until they expire, so that none can be replayed at any instance. */
@ApplicationScoped
class LogoutTokens {

    private final EntityManager database;
    private final double clockSkew;

    LogoutTokens(EntityManager database, @ConfigProperty(name = "quarkus.oidc.token.lifespan-grace") double clockSkew) {
        this.database = database;
        this.clockSkew = clockSkew;
    }

    /** @return whether the token was new */
    @Transactional
    boolean add(LogoutToken token) {
        return database.createNativeQuery(
                                "insert into logout_token (issuer, id, expires_at) values (:issuer, :id, :expiry) on conflict do nothing")
                        .setParameter("issuer", token.issuer())
                        .setParameter("id", token.id())
                        .setParameter("expiry", token.expiry())
                        .executeUpdate()
                == 1;
    }

    @Scheduled(every = "10m", delayed = "2m")
    @Transactional
    void removeExpired() {
        database.createNativeQuery(
                        "delete from logout_token where expires_at < now() - make_interval(secs => :clockSkew)")
                .setParameter("clockSkew", clockSkew)
                .executeUpdate();
    }
}
