package com.taskmaster.webapp.signin;

import com.taskmaster.webapp.error.ErrorPage;
import com.taskmaster.webapp.error.ErrorPage.Kind;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response.Status;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Where the framework leads when the provider answers with an error (RFC 6749 §4.1.2.1). Only the code decides what is
 * shown: the description could be anybody's words. Whoever was asked for more while signed in is signed in still.
 */
@Path("/login/failed")
class SignInFailedPage {

    private final CurrentIdentityAssociation identity;

    SignInFailedPage(CurrentIdentityAssociation identity) {
        this.identity = identity;
    }

    @GET
    @PermitAll
    public Uni<RestResponse<TemplateInstance>> explain(@QueryParam("error") String error) {
        return identity.getDeferredIdentity()
                .map(caller -> !caller.isAnonymous())
                .onFailure(AuthenticationFailedException.class)
                .recoverWithItem(false)
                .map(signedIn -> explain(error == null ? "" : error, signedIn));
    }

    /** The provider's own, not a decision of the person or the provider. */
    static boolean isFault(String error) {
        return error.equals("temporarily_unavailable") || error.equals("server_error");
    }

    private static RestResponse<TemplateInstance> explain(String error, boolean signedIn) {
        return switch (error) {
            case "access_denied", "consent_required" ->
                ErrorPage.of(Status.FORBIDDEN, signedIn ? Kind.MORE_DECLINED : Kind.CONSENT_DECLINED);
            case "login_required", "interaction_required" -> ErrorPage.of(Status.UNAUTHORIZED, Kind.SIGN_IN_NEEDED);
            case "temporarily_unavailable", "server_error" ->
                ErrorPage.of(Status.SERVICE_UNAVAILABLE, Kind.PROVIDER_UNAVAILABLE);
            default -> ErrorPage.of(Status.BAD_REQUEST, Kind.SIGN_IN_FAILED);
        };
    }
}
