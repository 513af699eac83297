package com.taskmaster.webapp.signin;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The redirect URI. Asking who calls makes the framework complete the flow, which ends in a redirect; what gets past
 * that answers no request of this browser.
 */
@Path("/callback")
class CallbackPage {

    private final CurrentIdentityAssociation identity;

    CallbackPage(CurrentIdentityAssociation identity) {
        this.identity = identity;
    }

    @GET
    @PermitAll
    public Uni<RestResponse<Void>> complete() {
        return identity.getDeferredIdentity().map(caller -> {
            if (caller.isAnonymous()) {
                throw new BadRequestException("The callback answers no sign-in that this browser began");
            }
            return RestResponse.seeOther(ReturnPath.TASKS.uri());
        });
    }
}
