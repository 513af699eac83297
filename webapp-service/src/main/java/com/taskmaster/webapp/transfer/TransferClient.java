package com.taskmaster.webapp.transfer;

import com.taskmaster.webapp.tasks.TasksApiFailure;
import io.quarkus.oidc.token.propagation.common.AccessToken;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The Tasks API with the longer timeouts that files need. Files are streamed. */
@RegisterRestClient(configKey = "tasks-transfer")
@RegisterProvider(TasksApiFailure.Mapper.class)
@AccessToken
@Path("/tasks")
interface TransferClient {

    @GET
    @Path("export")
    InputStream export(@HeaderParam(HttpHeaders.ACCEPT) String mediaType);

    @POST
    @Path("import")
    ImportPreview preview(
            @QueryParam("dryRun") boolean dryRun,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String mediaType,
            InputStream file);

    @POST
    @Path("import")
    ImportReport bringIn(
            @HeaderParam("Idempotency-Key") UUID key,
            @QueryParam("partial") boolean partial,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String mediaType,
            InputStream file);

    @DELETE
    @Path("imports/{id}")
    UndoneImport undo(@PathParam("id") UUID id);
}
