package com.taskmaster.webapp.resume;

import com.taskmaster.webapp.signin.ReturnPath;
import com.taskmaster.webapp.signin.SignedInUser;
import io.quarkus.security.Authenticated;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Starts the authorization code flow for users who are not signed in, and redirects those who are to their destination:
 * without {@code return_to}, to a form that is still waiting.
 */
@Path("/login")
class LoginPage {

    private final InterruptedRequests requests;
    private final SignedInUser user;

    LoginPage(InterruptedRequests requests, SignedInUser user) {
        this.requests = requests;
        this.user = user;
    }

    @GET
    @Authenticated
    public RestResponse<Void> login(@QueryParam("return_to") String returnTo, RoutingContext request) {
        return WaitingForm.of(request)
                .filter(handle -> returnTo == null)
                .filter(handle -> requests.find(handle, user.subject()).isPresent())
                .map(handle -> {
                    // The user may have changed their mind in the meantime, so the form is shown and not sent by
                    // itself.
                    requests.show(handle);
                    return RestResponse.<Void>seeOther(ResumePage.address(handle));
                })
                .orElseGet(() -> RestResponse.seeOther(ReturnPath.of(returnTo).uri()));
    }
}
