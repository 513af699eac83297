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
 * Begins the authorization code flow for whoever is not signed in, and sends whoever is to where they were going: to a form
 * that waits still, where nothing else was asked for.
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
                    // Who comes this way may have thought better of it meanwhile: nothing is sent without a word.
                    requests.show(handle);
                    return RestResponse.<Void>seeOther(ResumePage.address(handle));
                })
                .orElseGet(() -> RestResponse.seeOther(ReturnPath.of(returnTo).uri()));
    }
}
