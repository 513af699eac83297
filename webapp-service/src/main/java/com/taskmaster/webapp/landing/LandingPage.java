package com.taskmaster.webapp.landing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

@Path("/")
@Produces(MediaType.TEXT_HTML)
class LandingPage {

    /** The framework's cookie for the {@code state} of a logout request (OpenID Connect RP-Initiated Logout §2). */
    private static final String LOGOUT_STATE = "q_post_logout";

    /** After signing out, the provider redirects the browser here with the {@code state} of the request. */
    @GET
    @PermitAll
    public TemplateInstance show(@QueryParam("state") String state, @CookieParam(LOGOUT_STATE) String expectedState) {
        return Templates.landing(state != null && state.equals(expectedState));
    }

    @CheckedTemplate(basePath = "landing")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance landing(boolean signedOut);
    }
}
