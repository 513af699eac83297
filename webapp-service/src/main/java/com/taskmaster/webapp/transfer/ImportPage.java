package com.taskmaster.webapp.transfer;

import com.taskmaster.webapp.encryption.Handle;
import com.taskmaster.webapp.preferences.Preferences;
import com.taskmaster.webapp.request.Asked;
import com.taskmaster.webapp.signin.SignedInUser;
import com.taskmaster.webapp.tasks.TasksApiFailure;
import com.taskmaster.webapp.tasks.Unfinished;
import com.taskmaster.webapp.trace.TraceId;
import io.quarkus.logging.Log;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.ClientWebApplicationException;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jboss.resteasy.reactive.RestResponse.StatusCode;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Imports a file in steps: upload, preview, import, report, undo. The pages can be reloaded. */
@Path(ImportPage.UPLOAD)
@Produces(MediaType.TEXT_HTML)
@Authenticated
class ImportPage {

    static final String UPLOAD = TransferPage.PATH + "/import";

    private final TransferClient tasks;
    private final KeptFiles files;
    private final SignedInUser user;
    private final Preferences preferences;

    ImportPage(@RestClient TransferClient tasks, KeptFiles files, SignedInUser user, Preferences preferences) {
        this.tasks = tasks;
        this.files = files;
        this.user = user;
        this.preferences = preferences;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public RestResponse<Void> keep(@RestForm("file") FileUpload file) throws IOException {
        var trouble = Upload.trouble(file);
        if (trouble.isPresent()) {
            return RestResponse.seeOther(TransferPage.address(trouble.get()));
        }
        try (var content = Files.newInputStream(file.uploadedFile())) {
            return RestResponse.seeOther(address(files.add(user.subject(), file.fileName(), content)));
        }
    }

    /** A form that was resumed after a sign-in no longer contains its file. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<Void> askForTheFileAgain(@QueryParam(Asked.RESUMED) List<String> resumed) {
        return RestResponse.seeOther(TransferPage.address(resumed.isEmpty() ? Trouble.NO_FILE : Trouble.NOT_KEPT));
    }

    @GET
    @Path("{handle}")
    public RestResponse<TemplateInstance> preview(
            @PathParam("handle") Handle handle, @QueryParam("format") FileFormat chosen) {
        return withFile(handle, file -> {
            if (file.report() != null) {
                return RestResponse.seeOther(reportOf(handle));
            }
            var format = chosen == null ? file.format() : chosen;
            var preview = format == null ? null : tasks.preview(true, format.mediaType(), files.read(handle, file));
            return RestResponse.ok(Templates.preview(
                    address(handle), file, List.of(FileFormat.values()), format, preview, rows(preview)));
        });
    }

    private List<PreviewRow> rows(ImportPreview preview) {
        return preview == null ? List.of() : preview.rows(preferences.locale(), ZonedDateTime.now(preferences.zone()));
    }

    @POST
    @Path("{handle}")
    public RestResponse<TemplateInstance> bringIn(
            @PathParam("handle") Handle handle,
            @FormParam("format") FileFormat format,
            @FormParam("partial") boolean partial) {
        return withFile(handle, file -> {
            if (file.report() != null || format == null) {
                return RestResponse.seeOther(reportOf(handle));
            }
            files.keepOn(handle, user.subject());
            try {
                var report = tasks.bringIn(
                        key(handle, format, partial), partial, format.mediaType(), files.read(handle, file));
                files.change(handle, user.subject(), description -> description.imported(report));
                return RestResponse.seeOther(reportOf(handle));
            } catch (ProcessingException | TasksApiFailure e) {
                return unanswered(e, handle, file, format, partial);
            } catch (ClientWebApplicationException e) {
                return switch (e.getResponse().getStatus()) {
                    case StatusCode.BAD_REQUEST ->
                        RestResponse.seeOther(URI.create(address(handle) + "?format=" + format));
                    case StatusCode.TOO_MANY_REQUESTS, StatusCode.CONFLICT ->
                        unanswered(e, handle, file, format, partial);
                    default -> throw e;
                };
            }
        });
    }

    /** The first import may still be running when the form is sent again. */
    private static RestResponse<TemplateInstance> unanswered(
            RuntimeException e, Handle handle, FileDescription file, FileFormat format, boolean partial) {
        Log.warnf("The Tasks API did not confirm an import: %s", e.getMessage());
        return RestResponse.status(
                Status.SERVICE_UNAVAILABLE,
                Templates.unanswered(address(handle), file, format, partial, TraceId.current()));
    }

    @GET
    @Path("{handle}/report")
    public RestResponse<TemplateInstance> report(@PathParam("handle") Handle handle) {
        return withFile(
                handle,
                file -> file.report() == null
                        ? RestResponse.seeOther(address(handle))
                        : RestResponse.ok(Templates.report(address(handle), file)));
    }

    @POST
    @Path("{handle}/undo")
    public RestResponse<TemplateInstance> undo(@PathParam("handle") Handle handle) {
        return withFile(handle, file -> {
            if (file.report() != null && file.report().id() != null && file.undone() == null) {
                var undone = undo(file.report().id());
                files.change(handle, user.subject(), description -> description.undone(undone));
            }
            return RestResponse.seeOther(reportOf(handle));
        });
    }

    private UndoneImport undo(UUID id) {
        try {
            return Unfinished.unlessConfirmed(() -> tasks.undo(id));
        } catch (ClientWebApplicationException e) {
            if (e.getResponse().getStatus() != StatusCode.NOT_FOUND) {
                throw e;
            }
            return new UndoneImport(0, 0);
        }
    }

    private RestResponse<TemplateInstance> withFile(
            Handle handle, Function<FileDescription, RestResponse<TemplateInstance>> page) {
        return files.find(handle, user.subject())
                .map(page)
                .orElseGet(() -> RestResponse.seeOther(TransferPage.address(Trouble.GONE)));
    }

    /** The idempotency key: the same file is imported only once with the same options, however often the form is sent. */
    private static UUID key(Handle handle, FileFormat format, boolean partial) {
        return UUID.nameUUIDFromBytes((handle.hash() + format + partial).getBytes(StandardCharsets.UTF_8));
    }

    private static URI address(Handle handle) {
        return URI.create(UPLOAD + "/" + handle.value());
    }

    private static URI reportOf(Handle handle) {
        return URI.create(address(handle) + "/report");
    }

    @CheckedTemplate(basePath = "transfer")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance preview(
                URI here,
                FileDescription file,
                List<FileFormat> formats,
                FileFormat format,
                ImportPreview preview,
                List<PreviewRow> rows);

        static native TemplateInstance unanswered(
                URI here, FileDescription file, FileFormat format, boolean partial, String traceId);

        static native TemplateInstance report(URI here, FileDescription file);
    }
}
