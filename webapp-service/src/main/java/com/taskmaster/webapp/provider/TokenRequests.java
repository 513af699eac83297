package com.taskmaster.webapp.provider;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.common.OidcEndpoint;
import io.quarkus.oidc.common.OidcEndpoint.Type;
import io.quarkus.oidc.common.OidcRequestContextProperties;
import io.quarkus.oidc.common.OidcRequestFilter;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Keeps token requests from being repeated. The framework repeats a request whose connection breaks, although the
 * provider may have received it. But a code must not be used more than once (RFC 6749 §4.1.2), and a provider that has
 * replaced the refresh token takes a second use of it for a theft (RFC 9700 §4.14.2). A connection that could not be
 * opened cannot be told from one that broke, and is not tried again either.
 */
@Unremovable
@ApplicationScoped
@OidcEndpoint(Type.TOKEN)
class TokenRequests implements OidcRequestFilter {

    private static final String SENT = TokenRequests.class.getName() + ".sent";

    /** The framework subscribes again for each attempt, with the same properties. */
    @Override
    public Uni<Void> filter(OidcRequestFilterContext request) {
        return Uni.createFrom().deferred(() -> sendOnce(request.contextProperties()));
    }

    /** The framework passes on only the cause of a failure, not the failure itself. */
    private static Uni<Void> sendOnce(OidcRequestContextProperties request) {
        if (request.get(SENT) != null) {
            return Uni.createFrom()
                    .failure(new UncheckedIOException(
                            new IOException("The connection failed or broke; the token request is not repeated")));
        }
        request.put(SENT, true);
        return Uni.createFrom().voidItem();
    }
}
