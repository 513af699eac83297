package com.taskmaster.webapp.signout;

import com.taskmaster.webapp.audit.Audit;
import com.taskmaster.webapp.audit.Audit.Event;
import com.taskmaster.webapp.provider.OpenIdProvider;
import com.taskmaster.webapp.session.Sessions;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The provider loads this page in a hidden frame when a session has ended (OpenID Connect Front-Channel Logout 1.0).
 * The frame sends none of our cookies, so issuer and session id have to identify the session.
 */
@Path("/logout/frontchannel")
class FrontChannelLogoutPage {

    private final OpenIdProvider provider;
    private final Sessions sessions;
    private final Audit audit;

    FrontChannelLogoutPage(OpenIdProvider provider, Sessions sessions, Audit audit) {
        this.provider = provider;
        this.sessions = sessions;
        this.audit = audit;
    }

    @GET
    @PermitAll
    public RestResponse<Void> logout(
            @QueryParam("iss") String issuer, @QueryParam("sid") String session, HttpServerResponse response) {
        if (session == null
                || !LogoutToken.isName(session)
                || !provider.issuer().equals(issuer)) {
            audit.write(Event.FRONT_CHANNEL_LOGOUT_REFUSED, null);
            return RestResponse.status(Status.BAD_REQUEST);
        }
        sessions.endAll(issuer, Optional.of(session), Optional.empty())
                .forEach(ended -> audit.write(Event.FRONT_CHANNEL_LOGOUT, ended.subject()));
        // Replaces the default policy: browsers would enforce both, and not load the frame.
        response.headers().set("Content-Security-Policy", "default-src 'none'; frame-ancestors " + provider.origin());
        return RestResponse.ok();
    }
}
