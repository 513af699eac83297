package com.taskmaster.webapp.signout;

import com.taskmaster.webapp.error.ErrorPage;
import com.taskmaster.webapp.error.ErrorPage.Kind;
import com.taskmaster.webapp.session.RequestSession;
import com.taskmaster.webapp.signin.Onward;
import io.quarkus.logging.Log;
import io.quarkus.oidc.OidcSession;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Signs the user out. Requesting the identity makes the framework end the session and redirect to the provider's
 * end-session endpoint (OpenID Connect RP-Initiated Logout); users whose session has already ended are sent there too.
 * If the provider is configured to have no such endpoint, only the local session ends. If the session cannot be
 * reached, at least the browser's cookie is deleted.
 */
@Path("/logout")
@Produces(MediaType.TEXT_HTML)
class LogoutPage {

    private static final URI LANDING = URI.create("/");

    private final CurrentIdentityAssociation identity;
    private final OidcSession session;
    private final EndSessionRequest endSession;

    LogoutPage(CurrentIdentityAssociation identity, OidcSession session, EndSessionRequest endSession) {
        this.identity = identity;
        this.session = session;
        this.endSession = endSession;
    }

    @POST
    @PermitAll
    public Uni<RestResponse<TemplateInstance>> logout(RoutingContext request, UriInfo uri) {
        RequestSession.signOut(request);
        return identity.getDeferredIdentity()
                .chain(caller ->
                        caller.isAnonymous() ? Uni.createFrom().item(() -> hasEndedBefore(request, uri)) : endHere())
                .onFailure(AuthenticationRedirectException.class)
                .recoverWithItem(redirect -> leadOn(URI.create(redirect.getRedirectUri())))
                .onFailure(LogoutPage::leavesTheSession)
                .recoverWithItem(failure -> unfinished(request, failure))
                .onFailure(AuthenticationFailedException.class)
                .recoverWithItem(() -> hasEndedBefore(request, uri));
    }

    private Uni<RestResponse<TemplateInstance>> endHere() {
        return session.logout()
                .onFailure()
                .transform(AuthenticationCompletionException::new)
                .map(ended -> RestResponse.ok(Templates.here()));
    }

    /** The page's link contains no token. */
    private RestResponse<TemplateInstance> leadOn(URI request) {
        return Onward.to(endSession.of(request), endSession.withoutToken(request));
    }

    private RestResponse<TemplateInstance> hasEndedBefore(RoutingContext request, UriInfo uri) {
        RequestSession.forget(request);
        return endSession.of(request, uri.getBaseUri()).map(Onward::to).orElseGet(() -> RestResponse.seeOther(LANDING));
    }

    /** The failure has no cause if the session had already ended, which is not an error. */
    private static boolean leavesTheSession(Throwable e) {
        return e instanceof AuthenticationCompletionException
                || e instanceof AuthenticationFailedException && e.getCause() != null;
    }

    private static RestResponse<TemplateInstance> unfinished(RoutingContext request, Throwable e) {
        Log.warnf("A session could not be ended: %s", e.getMessage());
        RequestSession.forget(request);
        return ErrorPage.of(Status.SERVICE_UNAVAILABLE, Kind.SIGN_OUT_UNFINISHED);
    }

    @CheckedTemplate(basePath = "signout")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance here();
    }
}
