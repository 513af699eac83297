package com.taskmaster.webapp.signin;

import com.taskmaster.webapp.error.ErrorPage;
import com.taskmaster.webapp.error.ErrorPage.Kind;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response.Status;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Where the framework leads when the provider answers with an error (RFC 6749 §4.1.2.1). Only the code decides what is
 * shown: the description could be anybody's words.
 */
@Path("/login/failed")
class SignInFailedPage {

    @GET
    @PermitAll
    public RestResponse<TemplateInstance> explain(@QueryParam("error") String error) {
        return switch (error == null ? "" : error) {
            case "access_denied", "consent_required" -> ErrorPage.of(Status.FORBIDDEN, Kind.CONSENT_DECLINED);
            case "login_required", "interaction_required" -> ErrorPage.of(Status.UNAUTHORIZED, Kind.SIGN_IN_NEEDED);
            case "temporarily_unavailable", "server_error" ->
                ErrorPage.of(Status.SERVICE_UNAVAILABLE, Kind.PROVIDER_UNAVAILABLE);
            default -> ErrorPage.of(Status.BAD_REQUEST, Kind.SIGN_IN_FAILED);
        };
    }
}
