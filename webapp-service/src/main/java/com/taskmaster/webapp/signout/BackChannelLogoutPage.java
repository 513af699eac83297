package com.taskmaster.webapp.signout;

import com.taskmaster.webapp.audit.Audit;
import com.taskmaster.webapp.audit.Audit.Event;
import com.taskmaster.webapp.provider.OpenIdProvider;
import com.taskmaster.webapp.session.Sessions;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The endpoint at which the provider reports, server to server, that a session has ended (OpenID Connect Back-Channel
 * Logout 1.0). Sessions are in the database, so any instance can process it.
 */
@Path("/logout/backchannel")
class BackChannelLogoutPage {

    private final OpenIdProvider provider;
    private final LogoutTokens tokens;
    private final Sessions sessions;
    private final Audit audit;

    BackChannelLogoutPage(OpenIdProvider provider, LogoutTokens tokens, Sessions sessions, Audit audit) {
        this.provider = provider;
        this.tokens = tokens;
        this.sessions = sessions;
        this.audit = audit;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermitAll
    @Transactional
    public RestResponse<Void> logout(@FormParam("logout_token") String logoutToken) {
        var token = Optional.ofNullable(logoutToken)
                .flatMap(provider::claimsOfLogoutToken)
                .flatMap(claims -> LogoutToken.of(logoutToken, claims))
                .filter(tokens::add);
        if (token.isEmpty()) {
            audit.write(Event.BACK_CHANNEL_LOGOUT_REFUSED, null);
            return RestResponse.status(Status.BAD_REQUEST);
        }
        sessions.endAll(token.get().issuer(), token.get().session(), token.get().subject())
                .forEach(ended -> audit.write(Event.BACK_CHANNEL_LOGOUT, ended.subject()));
        return RestResponse.ok();
    }
}
