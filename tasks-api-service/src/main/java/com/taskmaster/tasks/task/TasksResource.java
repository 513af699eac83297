package com.taskmaster.tasks.task;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.taskmaster.tasks.account.CurrentAccount;
import com.taskmaster.tasks.http.Created;
import com.taskmaster.tasks.http.InvalidParameter;
import com.taskmaster.tasks.http.MergePatch;
import com.taskmaster.tasks.http.Page;
import com.taskmaster.tasks.http.Preconditions;
import com.taskmaster.tasks.http.QueryNames;
import com.taskmaster.tasks.http.QueryParameters;
import com.taskmaster.tasks.http.RefusedRequest;
import com.taskmaster.tasks.idempotency.Idempotency;
import com.taskmaster.tasks.security.CurrentClient;
import com.taskmaster.tasks.security.RecentSignIn;
import com.taskmaster.tasks.security.Scopes;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.vertx.http.Uncompressed;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/tasks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tasks", description = "The tasks of the signed-in user")
@RegisterForReflection // the insufficient_scope challenge reads @RolesAllowed by reflection
class TasksResource {

    private final Tasks tasks;
    private final TaskRows rows;
    private final TaskCommands commands;
    private final CurrentAccount currentAccount;
    private final CurrentClient client;
    private final Idempotency idempotency;

    TasksResource(
            Tasks tasks,
            TaskRows rows,
            TaskCommands commands,
            CurrentAccount currentAccount,
            CurrentClient client,
            Idempotency idempotency) {
        this.tasks = tasks;
        this.rows = rows;
        this.commands = commands;
        this.currentAccount = currentAccount;
        this.client = client;
        this.idempotency = idempotency;
    }

    @GET
    @RolesAllowed(Scopes.READ)
    @QueryNames(
            value = {"status", "list", "priority", "due", "due.from", "due.to", "zone", "q", "sort", "cursor", "limit"},
            repeatable = "tag")
    @Parameter(ref = "status")
    @Parameter(ref = "list")
    @Parameter(ref = "tag")
    @Parameter(ref = "priority")
    @Parameter(ref = "due")
    @Parameter(ref = "due.from")
    @Parameter(ref = "due.to")
    @Parameter(ref = "zone")
    @Parameter(ref = "q")
    @Parameter(ref = "sort")
    @Parameter(ref = "cursor")
    @Parameter(ref = "limit")
    @Operation(
            operationId = "listTasks",
            summary = "List tasks",
            description =
                    "A page of the open tasks, or of those selected by the parameters. Link leads to the next page.")
    public RestResponse<List<TaskView>> list(@Context UriInfo request) {
        var query = QueryParameters.of(request);
        var order = query.one("sort").map(Sort.Order::parse).orElse(Sort.Order.usual(Sort.POSITION));
        return rows.page(
                        currentAccount.get(),
                        TaskFilter.of(query),
                        order,
                        query.one("cursor").map(order::cursor),
                        Page.size(query))
                .response(request, Function.identity());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scopes.WRITE)
    @Transactional
    @QueryNames("zone")
    @Parameter(ref = "zone")
    @Parameter(ref = "Idempotency-Key")
    @Operation(
            operationId = "createTask",
            summary = "Create a task",
            description = "A repeating task that is already completed gets a next occurrence, as with changeTask.")
    @APIResponse(
            responseCode = "201",
            description = "Created; Location names it",
            content = @Content(schema = @Schema(implementation = TaskView.class)))
    public RestResponse<Object> create(
            @Valid @NotNull @RequestBody(
                            content =
                                    @Content(
                                            schema =
                                                    @Schema(
                                                            implementation = TaskDetails.class,
                                                            requiredProperties = "title")))
                    TaskDetails details,
            @Context HttpHeaders headers,
            @Context UriInfo request) {
        var account = currentAccount.get();
        var workspace = Workspace.of(account, QueryParameters.of(request), tasks);
        return idempotency.once(account, headers, request, () -> {
            var task = commands.create(workspace, details);
            commands.store(workspace);
            return Created.in(request, task.id(), task.version(), TaskView.of(task));
        });
    }

    @DELETE
    @RolesAllowed(Scopes.WRITE)
    @RecentSignIn
    @QueryNames("status")
    @Parameter(
            name = "status",
            in = ParameterIn.QUERY,
            description = "trashed: empty the trash",
            schema = @Schema(type = SchemaType.STRING, enumeration = "trashed"))
    @Operation(
            operationId = "deleteTasks",
            summary = "Put every task into the trash, or empty the trash",
            description =
                    "Requires a recent sign-in (RFC 9470). With status=trashed, the tasks in the trash are removed for good. "
                            + "Very many tasks, or long notes, are deleted in several steps. If one fails, those before it stay done "
                            + "(503 partly-done); repeating the request does the rest.")
    @APIResponse(responseCode = "204", description = "Done")
    public void deleteAll(@Context UriInfo request) {
        var query = QueryParameters.of(request);
        var status = query.one("status", Status.class);
        if (status.filter(chosen -> chosen != Status.TRASHED).isPresent()) {
            throw new InvalidParameter("status", "must be trashed, or left out");
        }
        var account = currentAccount.get();
        Part.all(() -> status.isPresent() ? tasks.removeSomeTrashed(account) : tasks.trashSome(account, client.id()));
    }

    @GET
    @Path("{id}")
    @Uncompressed // a strong ETag names these bytes (RFC 9110 §8.8.3)
    @RolesAllowed(Scopes.READ)
    @Parameter(ref = "If-None-Match")
    @Operation(operationId = "getTask", summary = "Read a task")
    @APIResponse(
            responseCode = "200",
            description = "The task; ETag names its version",
            content = @Content(schema = @Schema(implementation = TaskView.class)))
    @APIResponse(responseCode = "304", description = "The caller has this version already")
    public RestResponse<TaskView> read(@PathParam("id") UUID id, @Context HttpHeaders headers) {
        var task = find(id);
        return Preconditions.read(headers, task.version(), () -> TaskView.of(task));
    }

    @PATCH
    @Path("{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed(Scopes.WRITE)
    @Transactional
    @QueryNames("zone")
    @Parameter(ref = "zone")
    @Parameter(ref = "If-Match")
    @Operation(
            operationId = "changeTask",
            summary = "Change a task",
            description =
                    "JSON Merge Patch (RFC 7396): null clears a member, an absent member is kept. Completing a repeating task creates its next occurrence. "
                            + "A task in the trash gets one only when restored; one completed and trashed by the same request gets none. "
                            + "The zone determines the day of completion, unless the task is due at a time in its own zone.")
    @RequestBody(content = @Content(schema = @Schema(implementation = TaskDetails.class)))
    @APIResponse(
            responseCode = "200",
            description = "The changed task",
            content = @Content(schema = @Schema(implementation = TaskView.class)))
    public RestResponse<TaskView> change(
            @PathParam("id") UUID id, @NotNull JsonNode patch, @Context HttpHeaders headers, @Context UriInfo uri)
            throws JsonProcessingException {
        var workspace = Workspace.of(currentAccount.get(), QueryParameters.of(uri), tasks);
        var task = find(id);
        Preconditions.require(headers, task.version());
        commands.change(workspace, task, patch);
        commands.store(workspace);
        return Preconditions.answer(task.version(), TaskView.of(task));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Scopes.WRITE)
    @Transactional
    @Parameter(ref = "If-Match")
    @Operation(
            operationId = "deleteTask",
            summary = "Put a task into the trash",
            description =
                    "A task that is already in the trash is removed for good; any other can be restored with {\"trashed\": false}.")
    @APIResponse(responseCode = "204", description = "Done")
    public void delete(@PathParam("id") UUID id, @Context HttpHeaders headers, @Context UriInfo request) {
        var workspace = Workspace.of(currentAccount.get(), QueryParameters.of(request), tasks);
        var task = find(id);
        Preconditions.require(headers, task.version());
        commands.delete(workspace, task);
        commands.store(workspace);
    }

    @GET
    @Path("summary")
    @RolesAllowed(Scopes.READ)
    @QueryNames("zone")
    @Parameter(ref = "zone")
    @Operation(operationId = "summarizeTasks", summary = "Count the tasks of each view, list and tag")
    public TaskSummary summary(@Context UriInfo request) {
        var query = QueryParameters.of(request);
        return tasks.summary(currentAccount.get(), TaskFilter.zone(query));
    }

    private Task find(UUID id) {
        return tasks.find(currentAccount.get(), id).orElseThrow(() -> RefusedRequest.notFound("There is no such task"));
    }
}
