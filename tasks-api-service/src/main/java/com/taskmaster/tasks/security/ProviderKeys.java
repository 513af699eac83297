package com.taskmaster.tasks.security;

import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import jakarta.enterprise.context.ApplicationScoped;
import org.jose4j.lang.UnresolvableKeyException;

/** The keys that access tokens are checked with. */
@ApplicationScoped
public class ProviderKeys {

    private final JWTAuthContextInfo settings;
    private volatile KeySet known;

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

    /** @throws UnresolvableKeyException if none were to be had yet: they are asked for again the next time */
    KeySet known() throws UnresolvableKeyException {
        if (known == null) {
            synchronized (this) {
                if (known == null) {
                    known = new KeySet(settings);
                }
            }
        }
        return known;
    }
}
