package com.taskmaster.tasks.me;

import com.taskmaster.tasks.security.CurrentClient;
import com.taskmaster.tasks.security.CurrentOwner;
import com.taskmaster.tasks.security.Scopes;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/me")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Caller")
@RegisterForReflection // the insufficient_scope challenge reads @RolesAllowed by reflection
class MeResource {

    private final JsonWebToken accessToken;
    private final SecurityIdentity identity;
    private final CurrentOwner currentOwner;
    private final CurrentClient currentClient;

    MeResource(
            JsonWebToken accessToken,
            SecurityIdentity identity,
            CurrentOwner currentOwner,
            CurrentClient currentClient) {
        this.accessToken = accessToken;
        this.identity = identity;
        this.currentOwner = currentOwner;
        this.currentClient = currentClient;
    }

    @GET
    @RolesAllowed(Scopes.READ)
    @Operation(operationId = "getMe", summary = "Who is calling, as this service sees it")
    public Me me() {
        return Me.of(accessToken, currentOwner.get(), currentClient.id(), identity.getRoles());
    }
}
