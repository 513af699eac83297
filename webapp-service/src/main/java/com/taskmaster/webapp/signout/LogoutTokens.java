package com.taskmaster.webapp.signout;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/** The logout tokens that were accepted, until they expire: none works twice, on whichever instance. */
@ApplicationScoped
class LogoutTokens {

    private final EntityManager database;

    LogoutTokens(EntityManager database) {
        this.database = database;
    }

    /** @return whether it was not there yet */
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
        database.createNativeQuery("delete from logout_token where expires_at < now()")
                .executeUpdate();
    }
}
