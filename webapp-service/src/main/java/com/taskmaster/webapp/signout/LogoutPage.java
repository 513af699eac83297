package com.taskmaster.webapp.signout;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.net.URI;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Sign-out. Asking who calls makes the framework end the session and redirect to the provider's end-session endpoint
 * (OpenID Connect RP-Initiated Logout); whoever has no session any more is already signed out.
 */
@Path("/logout")
class LogoutPage {

    private static final URI LANDING = URI.create("/");

    private final CurrentIdentityAssociation identity;

    LogoutPage(CurrentIdentityAssociation identity) {
        this.identity = identity;
    }

    @POST
    @PermitAll
    public Uni<RestResponse<Void>> logout() {
        return identity.getDeferredIdentity()
                .map(caller -> RestResponse.<Void>seeOther(LANDING))
                .onFailure(AuthenticationFailedException.class)
                .recoverWithItem(() -> RestResponse.seeOther(LANDING));
    }
}
