package com.taskmaster.tasks.transfer;

import com.taskmaster.tasks.account.CurrentAccount;
import com.taskmaster.tasks.http.RefusedRequest;
import com.taskmaster.tasks.security.CurrentClient;
import com.taskmaster.tasks.security.Scopes;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/tasks/imports/{id}")
@Tag(name = "Import and export")
@RegisterForReflection // the insufficient_scope challenge reads @RolesAllowed by reflection
class ImportsResource {

    private final Imports imports;
    private final CurrentAccount account;
    private final CurrentClient client;

    ImportsResource(Imports imports, CurrentAccount account, CurrentClient client) {
        this.imports = imports;
        this.account = account;
        this.client = client;
    }

    @DELETE
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scopes.WRITE)
    @Operation(
            operationId = "undoImport",
            summary = "Undo an import",
            description = "Puts its tasks into the trash, except for those changed since. Lists that it created stay. "
                    + "Repeating it trashes no more tasks. Very many tasks, or long notes, are put into the trash in several steps. If one "
                    + "fails, those before it stay done (503 partly-done); repeating the request does the rest.")
    @APIResponse(
            responseCode = "200",
            description = "Undone",
            content = @Content(schema = @Schema(implementation = UndoneImport.class)))
    public UndoneImport undo(@PathParam("id") UUID id) {
        return imports.undo(account.get(), id, client.id())
                .orElseThrow(() -> RefusedRequest.notFound("There is no such import"));
    }
}
