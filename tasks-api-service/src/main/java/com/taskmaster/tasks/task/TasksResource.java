package com.taskmaster.tasks.task;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.taskmaster.tasks.security.CurrentOwner;
import com.taskmaster.tasks.security.Scopes;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/tasks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tasks", description = "The tasks of the signed-in user")
@RegisterForReflection // the challenge for a missing scope reads @RolesAllowed at run time
class TasksResource {

    private final Tasks tasks;
    private final CurrentOwner currentOwner;
    private final MergePatch mergePatch;

    TasksResource(Tasks tasks, CurrentOwner currentOwner, MergePatch mergePatch) {
        this.tasks = tasks;
        this.currentOwner = currentOwner;
        this.mergePatch = mergePatch;
    }

    @GET
    @RolesAllowed(Scopes.READ)
    @Operation(summary = "List the tasks, open ones first")
    public List<TaskView> list() {
        return tasks.of(currentOwner.get()).stream().map(TaskView::of).toList();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scopes.WRITE)
    @Transactional
    @Operation(summary = "Make a task")
    @APIResponse(
            responseCode = "201",
            description = "Made; Location names it",
            content = @Content(schema = @Schema(implementation = TaskView.class)))
    public RestResponse<TaskView> create(@Valid @NotNull NewTask newTask, @Context UriInfo uriInfo) {
        var task = new Task(currentOwner.get(), newTask.title());
        tasks.persist(task);
        var location = uriInfo.getAbsolutePathBuilder().path(task.id().toString());
        return RestResponse.ResponseBuilder.<TaskView>created(location.build())
                .entity(TaskView.of(task))
                .build();
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Scopes.READ)
    @Operation(summary = "Read a task")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TaskView.class)))
    @APIResponse(responseCode = "404", description = "The caller has no such task")
    public TaskView read(@PathParam("id") UUID id) {
        return TaskView.of(find(id));
    }

    @PATCH
    @Path("{id}")
    @Consumes("application/merge-patch+json")
    @RolesAllowed(Scopes.WRITE)
    @Transactional
    @Operation(summary = "Rename, complete or reopen a task", description = "JSON Merge Patch (RFC 7396)")
    @RequestBody(content = @Content(schema = @Schema(implementation = TaskChanges.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TaskView.class)))
    @APIResponse(responseCode = "404", description = "The caller has no such task")
    public TaskView change(@PathParam("id") UUID id, @NotNull JsonNode patch) throws JsonProcessingException {
        var task = find(id);
        mergePatch.apply(patch, TaskChanges.none(task), TaskChanges.class).applyTo(task);
        tasks.flush();
        return TaskView.of(task);
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Scopes.WRITE)
    @Transactional
    @Operation(summary = "Delete a task")
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(responseCode = "404", description = "The caller has no such task")
    public void delete(@PathParam("id") UUID id) {
        if (!tasks.delete(currentOwner.get(), id)) {
            throw notFound();
        }
    }

    private Task find(UUID id) {
        return tasks.find(currentOwner.get(), id).orElseThrow(TasksResource::notFound);
    }

    private static NotFoundException notFound() {
        return new NotFoundException("There is no such task");
    }
}
