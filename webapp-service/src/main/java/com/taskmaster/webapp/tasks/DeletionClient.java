package com.taskmaster.webapp.tasks;

import io.quarkus.oidc.token.propagation.common.AccessToken;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Requests of the Tasks API that delete any number of tasks; they have the longer timeout of imports. */
@RegisterRestClient(configKey = "tasks-transfer")
@RegisterProvider(TasksApiFailure.Mapper.class)
@AccessToken
@Path("/")
interface DeletionClient {

    @DELETE
    @Path("tasks")
    void deleteAll(@QueryParam("status") String status);

    @DELETE
    @Path("lists/{id}")
    void deleteList(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) EntityTag version,
            @QueryParam("tasks") String tasks);
}
