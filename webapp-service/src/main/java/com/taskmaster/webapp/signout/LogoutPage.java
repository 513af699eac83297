package com.taskmaster.webapp.signout;

import com.taskmaster.webapp.error.ErrorPage;
import com.taskmaster.webapp.error.ErrorPage.Kind;
import com.taskmaster.webapp.session.RequestSession;
import io.quarkus.logging.Log;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Sign-out. Asking who calls makes the framework end the session and redirect to the provider's end-session endpoint
 * (OpenID Connect RP-Initiated Logout); whoever has no session any more is already signed out. Where the session cannot be
 * reached, the browser at least forgets it.
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
    public Uni<RestResponse<TemplateInstance>> logout(RoutingContext request) {
        return identity.getDeferredIdentity()
                .map(caller -> RestResponse.<TemplateInstance>seeOther(LANDING))
                .onFailure(LogoutPage::leavesTheSession)
                .recoverWithItem(failure -> unfinished(request, failure))
                .onFailure(AuthenticationFailedException.class)
                .recoverWithItem(() -> RestResponse.seeOther(LANDING));
    }

    /** A session that has ended before has no cause: nothing went wrong. */
    private static boolean leavesTheSession(Throwable e) {
        return e instanceof AuthenticationCompletionException
                || e instanceof AuthenticationFailedException && e.getCause() != null;
    }

    private static RestResponse<TemplateInstance> unfinished(RoutingContext request, Throwable e) {
        Log.warnf("A session could not be ended: %s", e.getMessage());
        RequestSession.forget(request);
        return ErrorPage.of(Status.SERVICE_UNAVAILABLE, Kind.SIGN_OUT_UNFINISHED);
    }
}
