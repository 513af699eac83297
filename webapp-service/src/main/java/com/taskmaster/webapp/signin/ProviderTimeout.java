package com.taskmaster.webapp.signin;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.common.OidcRequestFilter;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Limits the provider's response time; the framework limits only the time to connect. The callback page times out a
 * second earlier, because the framework does not tell it that a failure was a timeout.
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
