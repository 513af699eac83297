package com.taskmaster.tasks.security;

import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jose4j.lang.UnresolvableKeyException;

/** The keys that access tokens are checked with. */
@ApplicationScoped
public class ProviderKeys {

    /** A queue of requests is answered by one failure, and the next ones ask anew. */
    private static final Duration FAILURE_KEPT = Duration.ofSeconds(1);

    private final JWTAuthContextInfo settings;
    private volatile KeySet known;
    private UnresolvableKeyException failure;
    private long failedAt;

    ProviderKeys(JWTAuthContextInfo settings) {
        this.settings = settings;
    }

    /** Asks the provider, as it is asked for the sake of a token. What is known goes on to be read as the settings tell. */
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
     * At first one request asks the provider, and those that come meanwhile wait for what becomes of it.
     *
     * @throws UnresolvableKeyException if none were to be had yet: a moment later they are asked for again
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
