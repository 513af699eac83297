package com.taskmaster.tasks.transfer;

import com.taskmaster.tasks.account.Account;
import com.taskmaster.tasks.account.CurrentAccount;
import com.taskmaster.tasks.security.RecentSignIn;
import com.taskmaster.tasks.security.Scopes;
import com.taskmaster.tasks.transfer.csv.CsvFormat;
import com.taskmaster.tasks.transfer.format.TaskFormat;
import com.taskmaster.tasks.transfer.format.TransferredTask;
import com.taskmaster.tasks.transfer.icalendar.IcalendarFormat;
import com.taskmaster.tasks.transfer.json.JsonArrayFormat;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/tasks/export")
@Tag(name = "Import and export", description = "CSV (RFC 4180), iCalendar (RFC 5545) and JSON, all in UTF-8")
@RegisterForReflection // the insufficient_scope challenge reads @RolesAllowed by reflection
class ExportResource {

    private static final String SUMMARY = "Export every task that is not in the trash";
    private static final String DESCRIPTION = "Requires a recent sign-in (RFC 9470). Accept chooses the format.";

    private final Export export;
    private final CurrentAccount account;
    private final CsvFormat csv;
    private final IcalendarFormat icalendar;
    private final JsonArrayFormat json;
    private final CurrentVertxRequest current;

    ExportResource(
            Export export,
            CurrentAccount account,
            CsvFormat csv,
            IcalendarFormat icalendar,
            JsonArrayFormat json,
            CurrentVertxRequest current) {
        this.export = export;
        this.account = account;
        this.csv = csv;
        this.icalendar = icalendar;
        this.json = json;
        this.current = current;
    }

    @GET
    @Produces(JsonArrayFormat.MEDIA_TYPE)
    @RolesAllowed(Scopes.READ)
    @RecentSignIn
    @Operation(operationId = "exportTasks", summary = SUMMARY, description = DESCRIPTION)
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = {
                @Content(
                        mediaType = JsonArrayFormat.MEDIA_TYPE,
                        schema = @Schema(implementation = TransferredTask[].class)),
                @Content(
                        mediaType = CsvFormat.MEDIA_TYPE,
                        schema = @Schema(implementation = String.class),
                        example = TransferExamples.CSV),
                @Content(
                        mediaType = IcalendarFormat.MEDIA_TYPE,
                        schema = @Schema(implementation = String.class),
                        example = TransferExamples.ICALENDAR)
            })
    public RestResponse<StreamingOutput> json() {
        return file(json, "tasks.json");
    }

    @GET
    @Produces(CsvFormat.MEDIA_TYPE)
    @RolesAllowed(Scopes.READ)
    @RecentSignIn
    @Operation(hidden = true)
    public RestResponse<StreamingOutput> csv() {
        return file(csv, "tasks.csv");
    }

    @GET
    @Produces(IcalendarFormat.MEDIA_TYPE)
    @RolesAllowed(Scopes.READ)
    @RecentSignIn
    @Operation(hidden = true)
    public RestResponse<StreamingOutput> icalendar() {
        return file(icalendar, "tasks.ics");
    }

    private RestResponse<StreamingOutput> file(TaskFormat format, String name) {
        var owner = account.get();
        var request = current.getCurrent().request();
        return RestResponse.ResponseBuilder.<StreamingOutput>ok(out -> write(owner, format, out, request))
                .type(format.mediaType() + ";charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }

    private void write(Account owner, TaskFormat format, OutputStream out, HttpServerRequest request)
            throws IOException {
        try {
            export.write(owner, format, out);
        } catch (IOException | RuntimeException e) {
            if (request.response().headWritten()) {
                breakOff(request);
            }
            throw e;
        }
    }

    /** Aborts the response: an error document would follow the partial file and end it as if complete. */
    private static void breakOff(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset();
        } else {
            request.connection()
                    .close()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        }
    }
}
