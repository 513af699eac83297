package com.taskmaster.tasks.security;

import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jose4j.lang.UnresolvableKeyException;

/** The keys that verify access tokens. */
@ApplicationScoped
public class ProviderKeys {

    /** Waiting requests share one failure; later ones ask again. */
    private static final Duration FAILURE_KEPT = Duration.ofSeconds(1);

    private final JWTAuthContextInfo settings;
    private volatile KeySet known;
    private UnresolvableKeyException failure;
    private long failedAt;

    ProviderKeys(JWTAuthContextInfo settings) {
        this.settings = settings;
    }

    /** Requests the keys from the provider, in the same way as for a token; known keys are still refreshed as configured. */
    public boolean arePublished() {
        try {
            var published = new KeySet(settings);
            if (known == null) {
                known = published;
            }
            return true;
        } catch (UnresolvableKeyException e) {
            return false;
        }
    }

    /**
     * The first time, one request asks the provider, and concurrent ones wait for its result.
     *
     * @throws UnresolvableKeyException if no keys have been fetched yet; a moment later, they are requested again
     */
    KeySet known() throws UnresolvableKeyException {
        return known == null ? first() : known;
    }

    private synchronized KeySet first() throws UnresolvableKeyException {
        if (known == null) {
            if (hasJustFailed()) {
                throw new UnresolvableKeyException(failure.getMessage(), failure);
            }
            try {
                known = new KeySet(settings);
            } catch (UnresolvableKeyException e) {
                failure = e;
                failedAt = System.nanoTime();
                throw e;
            }
        }
        return known;
    }

    private boolean hasJustFailed() {
        return failure != null && System.nanoTime() - failedAt < FAILURE_KEPT.toNanos();
    }
}
