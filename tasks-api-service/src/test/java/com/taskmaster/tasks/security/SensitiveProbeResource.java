package com.taskmaster.tasks.security;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** A sensitive operation without an effect. */
@Path("/sensitive-probe")
class SensitiveProbeResource {

    @GET
    @RecentSignIn
    @RolesAllowed(Scopes.READ)
    @Produces(MediaType.TEXT_PLAIN)
    public String probe() {
        return "done";
    }
}
