package com.taskmaster.webapp.signin;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.jboss.resteasy.reactive.RestResponse;

/** Begins the authorization code flow for whoever is not signed in, and sends whoever is to where they were going. */
@Path("/login")
class LoginPage {

    @GET
    @Authenticated
    public RestResponse<Void> login(@QueryParam("return_to") String returnTo) {
        return RestResponse.seeOther(ReturnPath.of(returnTo).uri());
    }
}
