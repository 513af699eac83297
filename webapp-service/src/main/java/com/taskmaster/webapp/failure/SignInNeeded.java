package com.taskmaster.webapp.failure;

import com.taskmaster.webapp.error.ErrorPage;
import com.taskmaster.webapp.error.ErrorPage.Kind;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import org.jboss.resteasy.reactive.RestResponse;

/** The response to a script whose user has to sign in. */
final class SignInNeeded {

    private SignInNeeded() {}

    /** A script could not follow a redirect to the provider, so its page offers the sign-in that the marker names. */
    static RestResponse<TemplateInstance> marker(URI where) {
        var response = ErrorPage.of(Status.UNAUTHORIZED, Kind.SIGN_IN_NEEDED);
        response.getHeaders().add("Sign-In", where);
        return response;
    }
}
