package com.taskmaster.tasks.transfer;

import com.taskmaster.tasks.account.Account;
import com.taskmaster.tasks.account.CurrentAccount;
import com.taskmaster.tasks.http.QueryNames;
import com.taskmaster.tasks.http.QueryParameters;
import com.taskmaster.tasks.idempotency.Idempotency;
import com.taskmaster.tasks.limit.ImportSlots;
import com.taskmaster.tasks.list.TaskLists;
import com.taskmaster.tasks.security.Scopes;
import com.taskmaster.tasks.task.TaskCommands;
import com.taskmaster.tasks.task.Tasks;
import com.taskmaster.tasks.transfer.csv.CsvFormat;
import com.taskmaster.tasks.transfer.format.TaskFormats;
import com.taskmaster.tasks.transfer.format.TransferredTask;
import com.taskmaster.tasks.transfer.icalendar.IcalendarFormat;
import com.taskmaster.tasks.transfer.json.JsonArrayFormat;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Validator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
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

@Path("/tasks/import")
@Tag(name = "Import and export")
@RegisterForReflection // the insufficient_scope challenge reads @RolesAllowed by reflection
class ImportResource {

    /** 16 MiB at about 1 Mbit/s. */
    private static final Duration LONGEST_UPLOAD = Duration.ofMinutes(2);

    /** The largest import, 100,000 tasks, took 100 seconds on two cores. */
    private static final Duration LONGEST_TRANSACTION = Duration.ofMinutes(10);

    private final CurrentAccount account;
    private final TaskFormats formats;
    private final Tasks tasks;
    private final TaskLists lists;
    private final TaskCommands commands;
    private final Validator validator;
    private final Idempotency idempotency;
    private final ImportSlots places;

    ImportResource(
            CurrentAccount account,
            TaskFormats formats,
            Tasks tasks,
            TaskLists lists,
            TaskCommands commands,
            Validator validator,
            Idempotency idempotency,
            ImportSlots places) {
        this.account = account;
        this.formats = formats;
        this.tasks = tasks;
        this.lists = lists;
        this.commands = commands;
        this.validator = validator;
        this.idempotency = idempotency;
        this.places = places;
    }

    @POST
    @Consumes({JsonArrayFormat.MEDIA_TYPE, CsvFormat.MEDIA_TYPE, IcalendarFormat.MEDIA_TYPE})
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scopes.WRITE)
    @QueryNames({"dryRun", "partial"})
    @Parameter(ref = "Idempotency-Key")
    @Parameter(
            name = "dryRun",
            in = ParameterIn.QUERY,
            description = "Report what an import would do, and store nothing",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    @Parameter(
            name = "partial",
            in = ParameterIn.QUERY,
            description = "Import the valid rows, and report the others",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    @Operation(
            operationId = "importTasks",
            summary = "Import tasks",
            description = "Each row creates a new task; missing lists are created, too. All rows are imported or, "
                    + "if any is invalid, none: then each invalid row is named by its line. "
                    + "A completed repeating task gets no next occurrence, which is a task of its own in the file: "
                    + "reopened and completed again, it creates one. "
                    + "A dry run stores nothing, not even the Idempotency-Key; its response has the first tasks "
                    + "as they were read, and the names of the lists that would be created. "
                    + "An instance runs one import of a user at a time: 429 while another is running.")
    @APIResponse(
            responseCode = "200",
            description = "What was imported, or would be",
            content = @Content(schema = @Schema(implementation = ImportReport.class)))
    @RequestBody(
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
    public RestResponse<Object> bringIn(
            InputStream body,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
            @Context HttpHeaders headers,
            @Context UriInfo request) {
        var query = QueryParameters.of(request);
        var partial = query.flag("partial");
        var format = Optional.ofNullable(contentType).flatMap(formats::of).orElseThrow(NotSupportedException::new);
        var dryRun = query.flag("dryRun");
        var owner = account.get();
        return places.take(() -> {
            var file = whole(body);
            return inTransaction(() -> {
                if (dryRun) {
                    return RestResponse.ok(work(owner, true).bringIn(format.rows(file)));
                }
                return idempotency.onceReading(owner, headers, request, format.mediaType(), file, in -> {
                    var rows = format.rows(in);
                    return RestResponse.ok(
                            partial
                                    ? work(owner, false).bringIn(rows)
                                    : work(owner, false).bringInAll(rows));
                });
            });
        });
    }

    private static RestResponse<Object> inTransaction(Callable<RestResponse<Object>> work) {
        return QuarkusTransaction.requiringNew()
                .timeout((int) LONGEST_TRANSACTION.toSeconds())
                .call(work);
    }

    private static InputStream whole(InputStream body) {
        try {
            return Upload.whole(body, LONGEST_UPLOAD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Import work(Account owner, boolean dryRun) {
        return new Import(owner, dryRun, tasks, lists, commands, validator);
    }
}
