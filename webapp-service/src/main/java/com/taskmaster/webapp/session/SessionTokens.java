package com.taskmaster.webapp.session;

import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TokenStateManager;
import io.quarkus.oidc.runtime.CodeAuthenticationMechanism;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Duration;

/**
 * Keeps the tokens on the server and gives the browser a handle: a new one at each sign-in, the same one when tokens
 * are renewed, so that requests under way at that moment stay signed in. The framework encrypts the tokens before they
 * come here.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class SessionTokens implements TokenStateManager {

    /** The framework's mark on a request that has renewed its tokens. */
    private static final String RENEWED = "refresh_token_grant_response";

    private static final String HANDLE_TO_KEEP = SessionHandle.class.getName();

    private final Sessions sessions;

    SessionTokens(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Uni<String> createTokenState(
            RoutingContext request,
            OidcTenantConfig tenant,
            AuthorizationCodeTokens tokens,
            OidcRequestContext<String> context) {
        var lifetime = Duration.ofSeconds(request.<Long>get(CodeAuthenticationMechanism.SESSION_MAX_AGE_PARAM));
        SessionHandle handleToKeep = request.get(HANDLE_TO_KEEP);
        return context.runBlocking(() -> {
            if (handleToKeep == null) {
                return sessions.open(tokens, lifetime).value();
            }
            if (!sessions.renew(handleToKeep, tokens, lifetime)) {
                throw ended();
            }
            return handleToKeep.value();
        });
    }

    @Override
    public Uni<AuthorizationCodeTokens> getTokens(
            RoutingContext request,
            OidcTenantConfig tenant,
            String handle,
            OidcRequestContext<AuthorizationCodeTokens> context) {
        return context.runBlocking(
                () -> sessions.tokensOf(new SessionHandle(handle)).orElseThrow(SessionTokens::ended));
    }

    @Override
    public Uni<Void> deleteTokens(
            RoutingContext request, OidcTenantConfig tenant, String handle, OidcRequestContext<Void> context) {
        if (request.get(RENEWED) == Boolean.TRUE) {
            request.put(HANDLE_TO_KEEP, new SessionHandle(handle));
            return Uni.createFrom().voidItem();
        }
        return context.runBlocking(() -> {
            sessions.end(new SessionHandle(handle));
            return null;
        });
    }

    private static AuthenticationFailedException ended() {
        return new AuthenticationFailedException("The session has ended");
    }
}
