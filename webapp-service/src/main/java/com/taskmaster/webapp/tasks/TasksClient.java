package com.taskmaster.webapp.tasks;

import io.quarkus.oidc.token.propagation.common.AccessToken;
import jakarta.ws.rs.Consumes;
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
@Path("/tasks")
interface TasksClient {

    @GET
    RestResponse<List<Task>> list(
            @QueryParam("status") String status,
            @QueryParam("sort") String sort,
            @QueryParam("limit") int limit,
            @QueryParam("cursor") String cursor);

    @GET
    @Path("summary")
    TaskCounts count();

    @GET
    @Path("{id}")
    Task read(@PathParam("id") UUID id);

    @POST
    Task create(@HeaderParam("Idempotency-Key") UUID key, NewTask newTask);

    @PATCH
    @Path("{id}")
    @Consumes("application/merge-patch+json")
    Task change(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) EntityTag version, TaskChanges changes);
}
