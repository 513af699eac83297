package com.taskmaster.webapp.failure;

import com.taskmaster.webapp.error.ErrorPage;
import com.taskmaster.webapp.error.ErrorPage.Kind;
import com.taskmaster.webapp.resume.Interruptions;
import com.taskmaster.webapp.signin.AuthorizationError;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The framework redirects here if the provider returns an error (RFC 6749 §4.1.2.1). Only the error code determines the
 * page, because anybody could have written the description. Users who were already signed in and were asked for more
 * stay signed in.
 */
@Path("/login/failed")
@Produces(MediaType.TEXT_HTML)
class SignInFailedPage {

    private final CurrentIdentityAssociation identity;
    private final Interruptions interruptions;

    SignInFailedPage(CurrentIdentityAssociation identity, Interruptions interruptions) {
        this.identity = identity;
        this.interruptions = interruptions;
    }

    @GET
    @PermitAll
    public Uni<RestResponse<TemplateInstance>> explain(
            @QueryParam("error") @DefaultValue("") String error, RoutingContext request) {
        return identity.getDeferredIdentity()
                .map(SignInFailedPage::subject)
                .onFailure(AuthenticationFailedException.class)
                .recoverWithItem(Optional.empty())
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(subject -> explain(error, subject, request));
    }

    private RestResponse<TemplateInstance> explain(String error, Optional<String> subject, RoutingContext request) {
        return switch (AuthorizationError.of(error)) {
            case DECLINED ->
                subject.map(signedIn -> declinedMore(signedIn, request))
                        .orElseGet(() -> ErrorPage.of(Status.FORBIDDEN, Kind.CONSENT_DECLINED));
            case PERSON_NEEDED -> ErrorPage.of(Status.UNAUTHORIZED, Kind.SIGN_IN_NEEDED);
            case PROVIDER_UNAVAILABLE -> ErrorPage.of(Status.SERVICE_UNAVAILABLE, Kind.PROVIDER_UNAVAILABLE);
            case CLIENT_FAULT -> ErrorPage.of(Status.BAD_GATEWAY, Kind.SIGN_IN_FAULT);
            case UNKNOWN -> ErrorPage.of(Status.BAD_REQUEST, Kind.SIGN_IN_FAILED);
        };
    }

    private RestResponse<TemplateInstance> declinedMore(String subject, RoutingContext request) {
        return interruptions
                .declined(Status.FORBIDDEN, Kind.MORE_DECLINED, subject, request)
                .orElseGet(() -> ErrorPage.of(Status.FORBIDDEN, Kind.MORE_DECLINED));
    }

    private static Optional<String> subject(SecurityIdentity caller) {
        return caller.isAnonymous()
                ? Optional.empty()
                : Optional.of(((JsonWebToken) caller.getPrincipal()).getSubject());
    }
}
