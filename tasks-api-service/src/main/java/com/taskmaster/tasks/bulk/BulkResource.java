package com.taskmaster.tasks.bulk;

import com.taskmaster.tasks.account.CurrentAccount;
import com.taskmaster.tasks.body.LargeBody;
import com.taskmaster.tasks.http.QueryNames;
import com.taskmaster.tasks.http.QueryParameters;
import com.taskmaster.tasks.idempotency.Idempotency;
import com.taskmaster.tasks.security.Scopes;
import com.taskmaster.tasks.task.TaskCommands;
import com.taskmaster.tasks.task.Tasks;
import com.taskmaster.tasks.task.Workspace;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/tasks/bulk")
@Tag(name = "Tasks")
@RegisterForReflection // the insufficient_scope challenge reads @RolesAllowed by reflection
class BulkResource {

    private final Tasks tasks;
    private final TaskCommands commands;
    private final CurrentAccount currentAccount;
    private final Idempotency idempotency;
    private final Validator validator;

    BulkResource(
            Tasks tasks,
            TaskCommands commands,
            CurrentAccount currentAccount,
            Idempotency idempotency,
            Validator validator) {
        this.tasks = tasks;
        this.commands = commands;
        this.currentAccount = currentAccount;
        this.idempotency = idempotency;
        this.validator = validator;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scopes.WRITE)
    @Transactional
    @QueryNames("zone")
    @LargeBody
    @Parameter(ref = "zone")
    @Parameter(ref = "Idempotency-Key")
    @Operation(
            operationId = "changeTasks",
            summary = "Create, change and delete up to 500 tasks in one transaction",
            description = "All operations are applied, or none: then each one that failed is named. "
                    + "Each names a different task, and none a next occurrence that another operation removes. "
                    + "The zone is that of changeTask.")
    @APIResponse(
            responseCode = "200",
            description = "All applied; the result of each",
            content = @Content(schema = @Schema(implementation = BulkResult.class)))
    public RestResponse<Object> carryOut(
            @Valid @NotNull BulkRequest bulk, @Context HttpHeaders headers, @Context UriInfo request) {
        bulk.requireValid(validator);
        var account = currentAccount.get();
        var workspace = Workspace.of(account, QueryParameters.of(request), tasks);
        return idempotency.once(
                account,
                headers,
                request,
                () -> RestResponse.ok(new Bulk(workspace, tasks, commands, bulk.operations()).carryOut()));
    }
}
