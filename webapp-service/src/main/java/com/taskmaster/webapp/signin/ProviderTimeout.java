package com.taskmaster.webapp.signin;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.common.OidcRequestFilter;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Limits how long the provider may take for an answer; the framework limits the time to connect alone. A callback is given
 * up first, because the framework does not tell its page that it was for the time.
 */
@Unremovable
@ApplicationScoped
class ProviderTimeout implements OidcRequestFilter {

    private final long milliseconds;

    ProviderTimeout(ClientSettings settings) {
        this.milliseconds = settings.timeout().plusSeconds(1).toMillis();
    }

    @Override
    public Uni<Void> filter(OidcRequestFilterContext request) {
        request.request().timeout(milliseconds);
        return Uni.createFrom().voidItem();
    }
}
