package com.taskmaster.webapp.tasks;

import io.quarkus.oidc.token.propagation.common.AccessToken;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The Tasks API, called with the access token of the signed-in user. */
@RegisterRestClient(configKey = "tasks-api")
@AccessToken
@Path("/tasks")
interface TasksClient {

    @GET
    List<Task> list();

    @POST
    Task create(NewTask newTask);

    @PATCH
    @Path("{id}")
    @Consumes("application/merge-patch+json")
    Task change(@PathParam("id") UUID id, TaskChanges changes);

    @DELETE
    @Path("{id}")
    void delete(@PathParam("id") UUID id);
}
