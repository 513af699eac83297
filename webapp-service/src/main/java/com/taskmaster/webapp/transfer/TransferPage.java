package com.taskmaster.webapp.transfer;

import com.taskmaster.webapp.preferences.Preferences;
import com.taskmaster.webapp.request.Asked;
import com.taskmaster.webapp.resume.Interruptions;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;

/** Exports tasks as a file, and lets users choose a file to import. */
@Path(TransferPage.PATH)
@Authenticated
class TransferPage {

    static final String PATH = "/transfer";

    private final TransferClient tasks;
    private final Preferences preferences;

    TransferPage(@RestClient TransferClient tasks, Preferences preferences) {
        this.tasks = tasks;
        this.preferences = preferences;
    }

    /**
     * @param ready the format of an export that had to wait for a sign-in: the download now starts by itself, and the
     * page stays
     */
    @GET
    @Produces(MediaType.TEXT_HTML)
    public RestResponse<TemplateInstance> show(
            @QueryParam("trouble") Trouble trouble, @QueryParam("ready") FileFormat ready) {
        return RestResponse.ResponseBuilder.ok(Templates.transfer(List.of(FileFormat.values()), trouble, ready))
                .header("Refresh", ready == null ? null : "0;url=" + afterSignIn(ready))
                .build();
    }

    /**
     * The API requires a recent sign-in. Users who return from it are sent to a page first, because they would look at
     * an empty one while the file downloads.
     */
    @GET
    @Path("export/{extension}")
    public RestResponse<StreamingOutput> export(
            @PathParam("extension") String extension,
            @QueryParam(Asked.RESUMED) String resumed,
            @QueryParam("now") boolean now,
            HttpServerRequest request) {
        var format = FileFormat.of(extension).orElseThrow(NotFoundException::new);
        if (resumed != null && !now) {
            return RestResponse.seeOther(URI.create(PATH + "?ready=" + format));
        }
        var file = tasks.export(format.mediaType());
        return RestResponse.ResponseBuilder.<StreamingOutput>ok(out -> pass(file, out, request))
                .type(format.mediaType() + ";charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name(format) + "\"")
                .build();
    }

    /** If the API's response is incomplete, the browser's must not look complete. */
    private static void pass(InputStream file, OutputStream out, HttpServerRequest request) throws IOException {
        try (file) {
            file.transferTo(out);
        } catch (IOException e) {
            breakOff(request);
            throw e;
        }
    }

    /** Closes the stream at once: otherwise an error page would be appended to the file and complete it. */
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

    static URI address(Trouble trouble) {
        return URI.create(PATH + "?trouble=" + trouble);
    }

    /** Not interrupted again: a demand that the sign-in did not meet ends in an error page. */
    private static String afterSignIn(FileFormat format) {
        return PATH + "/export/" + format.extension() + "?now=true&" + Asked.RESUMED + "=" + Interruptions.FOR_GOOD;
    }

    private String name(FileFormat format) {
        return "tasks-" + LocalDate.now(preferences.zone()) + "." + format.extension();
    }

    @CheckedTemplate(basePath = "transfer")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance transfer(List<FileFormat> formats, Trouble trouble, FileFormat ready);
    }
}
