package com.taskmaster.webapp.signin;

import com.taskmaster.webapp.error.ErrorPage;
import com.taskmaster.webapp.error.ErrorPage.Kind;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response.Status;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The redirect URI. Asking who calls makes the framework complete the flow, which ends in a redirect; what gets past
 * that answers no request of this browser.
 */
@Path("/callback")
class CallbackPage {

    private final CurrentIdentityAssociation identity;
    private final Duration timeout;

    CallbackPage(CurrentIdentityAssociation identity, ClientSettings settings) {
        this.identity = identity;
        this.timeout = settings.timeout();
    }

    @GET
    @PermitAll
    public Uni<RestResponse<TemplateInstance>> complete() {
        return identity.getDeferredIdentity()
                .ifNoItem()
                .after(timeout)
                .failWith(() -> new AuthenticationCompletionException(new SocketTimeoutException("No answer")))
                .map(caller -> caller.isAnonymous()
                        ? ErrorPage.of(Status.BAD_REQUEST, Kind.SIGN_IN_FAILED)
                        : RestResponse.seeOther(ReturnPath.TASKS.uri()));
    }
}
