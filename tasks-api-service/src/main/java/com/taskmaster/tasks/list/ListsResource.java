package com.taskmaster.tasks.list;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.taskmaster.tasks.account.Account;
import com.taskmaster.tasks.account.CurrentAccount;
import com.taskmaster.tasks.http.Created;
import com.taskmaster.tasks.http.InvalidParameter;
import com.taskmaster.tasks.http.MergePatch;
import com.taskmaster.tasks.http.Preconditions;
import com.taskmaster.tasks.http.QueryNames;
import com.taskmaster.tasks.http.QueryParameters;
import com.taskmaster.tasks.http.RefusedRequest;
import com.taskmaster.tasks.idempotency.Idempotency;
import com.taskmaster.tasks.security.CurrentClient;
import com.taskmaster.tasks.security.Scopes;
import com.taskmaster.tasks.task.Part;
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
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

@Path("/lists")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Lists", description = "The lists of the signed-in user")
@RegisterForReflection // the insufficient_scope challenge reads @RolesAllowed by reflection
class ListsResource {

    private final TaskLists lists;
    private final ListDeletion deletion;
    private final CurrentAccount currentAccount;
    private final CurrentClient client;
    private final MergePatch mergePatch;
    private final Idempotency idempotency;

    ListsResource(
            TaskLists lists,
            ListDeletion deletion,
            CurrentAccount currentAccount,
            CurrentClient client,
            MergePatch mergePatch,
            Idempotency idempotency) {
        this.lists = lists;
        this.deletion = deletion;
        this.currentAccount = currentAccount;
        this.client = client;
        this.mergePatch = mergePatch;
        this.idempotency = idempotency;
    }

    /** What to do with the tasks of a deleted list. */
    private enum TasksOfDeleted {
        MOVE,
        TRASH
    }

    @GET
    @RolesAllowed(Scopes.READ)
    @Operation(operationId = "listLists", summary = "List all lists by position, including the inbox")
    public List<ListView> list() {
        var account = currentAccount.get();
        return lists.of(account).stream()
                .map(list -> ListView.of(list, account))
                .toList();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scopes.WRITE)
    @Transactional
    @Parameter(ref = "Idempotency-Key")
    @Operation(
            operationId = "createList",
            summary = "Create a list",
            description =
                    "There are at most 500, including the inbox: another one is answered with 409 too-many-lists.")
    @APIResponse(
            responseCode = "201",
            description = "Created; Location names it",
            content = @Content(schema = @Schema(implementation = ListView.class)))
    public RestResponse<Object> create(
            @Valid @NotNull @RequestBody(
                            content =
                                    @Content(
                                            schema =
                                                    @Schema(
                                                            implementation = ListDetails.class,
                                                            requiredProperties = "name")))
                    ListDetails details,
            @Context HttpHeaders headers,
            @Context UriInfo request) {
        var account = currentAccount.get();
        return idempotency.once(account, headers, request, () -> {
            lists.requireFreeName(account, details.name());
            lists.requireRoom(account);
            var list = new TaskList(account, details.name(), details.color(), position(account, details));
            lists.store(list);
            lists.makeRoomAround(list, account);
            return Created.in(request, list.id(), list.version(), ListView.of(list, account));
        });
    }

    @GET
    @Path("{id}")
    @Uncompressed // a strong ETag names these bytes (RFC 9110 §8.8.3)
    @RolesAllowed(Scopes.READ)
    @Parameter(ref = "If-None-Match")
    @Operation(operationId = "getList", summary = "Read a list")
    @APIResponse(
            responseCode = "200",
            description = "The list; ETag names its version",
            content = @Content(schema = @Schema(implementation = ListView.class)))
    @APIResponse(responseCode = "304", description = "The caller has this version already")
    public RestResponse<ListView> read(@PathParam("id") UUID id, @Context HttpHeaders headers) {
        var list = find(id);
        return Preconditions.read(headers, list.version(), () -> ListView.of(list, currentAccount.get()));
    }

    @PATCH
    @Path("{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed(Scopes.WRITE)
    @Transactional
    @Parameter(ref = "If-Match")
    @Operation(operationId = "changeList", summary = "Change a list", description = "JSON Merge Patch (RFC 7396)")
    @RequestBody(content = @Content(schema = @Schema(implementation = ListDetails.class)))
    @APIResponse(
            responseCode = "200",
            description = "The changed list",
            content = @Content(schema = @Schema(implementation = ListView.class)))
    public RestResponse<ListView> change(
            @PathParam("id") UUID id, @NotNull JsonNode patch, @Context HttpHeaders headers)
            throws JsonProcessingException {
        var list = find(id);
        Preconditions.require(headers, list.version());
        var details = mergePatch.apply(patch, ListDetails.of(list), ListDetails.class);
        var account = currentAccount.get();
        if (!details.name().equals(list.name())) {
            lists.requireFreeName(account, details.name());
        }
        var position = position(account, details);
        var isMoved = position != list.position();
        list.change(details.name(), details.color(), position);
        lists.store(list);
        if (isMoved) {
            lists.makeRoomAround(list, account);
        }
        return Preconditions.answer(list.version(), ListView.of(list, account));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Scopes.WRITE)
    @QueryNames("tasks")
    @Parameter(ref = "If-Match")
    @Parameter(
            name = "tasks",
            in = ParameterIn.QUERY,
            required = true,
            description = "What to do with its tasks: move them to the inbox, or put them into the trash",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"move", "trash"}))
    @Operation(
            operationId = "deleteList",
            summary = "Delete a list; the inbox cannot be deleted",
            description =
                    "A list with very many tasks, or long notes, is emptied in several steps. If one fails, the tasks moved before stay moved "
                            + "(503 partly-done); repeating the request moves the rest and deletes the list.")
    @APIResponse(responseCode = "204", description = "Deleted")
    public void delete(@PathParam("id") UUID id, @Context UriInfo uri, @Context HttpHeaders headers) {
        var account = currentAccount.get();
        var choice = QueryParameters.of(uri).one("tasks", TasksOfDeleted.class);
        var trash = choice.equals(Optional.of(TasksOfDeleted.TRASH));
        Part.all(
                () -> deletion.begin(
                        account,
                        id,
                        list -> {
                            requireDeletable(found(list), account, headers);
                            if (choice.isEmpty()) {
                                throw new InvalidParameter(
                                        "tasks", "must say what to do with the tasks: move or trash");
                            }
                        },
                        trash,
                        client.id()),
                () -> deletion.goOn(account, id, trash, client.id()));
    }

    private static void requireDeletable(TaskList list, Account account, HttpHeaders headers) {
        Preconditions.require(headers, list.version());
        if (list.id().equals(account.inbox())) {
            throw new RefusedRequest("The inbox cannot be deleted", Status.CONFLICT);
        }
    }

    private TaskList find(UUID id) {
        return found(lists.find(currentAccount.get(), id));
    }

    private static TaskList found(Optional<TaskList> list) {
        return list.orElseThrow(() -> RefusedRequest.notFound("There is no such list"));
    }

    private double position(Account account, ListDetails details) {
        return details.position() == null ? lists.bottom(account) : details.position();
    }
}
