package com.taskmaster.webapp.tasks;

import io.quarkus.oidc.token.propagation.common.AccessToken;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;

/** The Tasks API, called with the access token of the signed-in user. */
@RegisterRestClient(configKey = "tasks-api")
@RegisterProvider(TasksApiFailure.Mapper.class)
@AccessToken
@Path("/")
interface TasksClient {

    @GET
    @Path("tasks")
    RestResponse<List<Task>> list(
            @QueryParam("status") String status,
            @QueryParam("due") String due,
            @QueryParam("zone") String zone,
            @QueryParam("list") UUID list,
            @QueryParam("tag") List<String> tags,
            @QueryParam("priority") String priority,
            @QueryParam("q") String search,
            @QueryParam("sort") String sort,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") int limit);

    @GET
    @Path("tasks/summary")
    Summary summary(@QueryParam("zone") String zone);

    @GET
    @Path("tasks/{id}")
    Task read(@PathParam("id") UUID id);

    @GET
    @Path("tasks/{id}/history")
    RestResponse<List<Change>> history(@PathParam("id") UUID id, @QueryParam("cursor") String cursor);

    @POST
    @Path("tasks")
    Task create(@HeaderParam("Idempotency-Key") UUID key, NewTask newTask);

    @PATCH
    @Path("tasks/{id}")
    @Consumes("application/merge-patch+json")
    Task change(
            @PathParam("id") UUID id,
            @QueryParam("zone") String zone,
            @HeaderParam(HttpHeaders.IF_MATCH) EntityTag version,
            TaskChanges changes);

    @DELETE
    @Path("tasks/{id}")
    void delete(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) EntityTag version);

    @POST
    @Path("tasks/bulk")
    Outcomes carryOut(@QueryParam("zone") String zone, Operations operations);

    @POST
    @Path("lists")
    TaskList createList(ListDetails list);

    @PATCH
    @Path("lists/{id}")
    @Consumes("application/merge-patch+json")
    void changeList(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) EntityTag version, ListDetails changes);

    @PATCH
    @Path("lists/{id}")
    @Consumes("application/merge-patch+json")
    void moveList(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) EntityTag version, ListPosition position);

    /** @param operations at most 500, and at most one for each task */
    record Operations(List<Operation> operations) {}

    /** A merge patch of a list that changes nothing but its position. */
    record ListPosition(double position) {}

    /** The result of each operation, in the order of the request. */
    record Outcomes(List<Outcome> results) {}
}
