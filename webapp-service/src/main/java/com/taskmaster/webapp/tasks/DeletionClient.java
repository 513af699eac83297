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

/** What the Tasks API does to any number of tasks at once, with the longer timeout that an import has, too. */
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
