package com.taskmaster.webapp.board;

import com.taskmaster.webapp.board.Board.Entry;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse;

/** Shows how a line typed as a new task is understood, before it is saved. */
@Path("/tasks/preview")
@Produces(MediaType.TEXT_HTML)
@Authenticated
class PreviewPage {

    private final Lines lines;
    private final Answers answers;

    PreviewPage(Lines lines, Answers answers) {
        this.lines = lines;
        this.answers = answers;
    }

    @GET
    public RestResponse<TemplateInstance> preview(
            @DefaultValue("") @QueryParam("title") String title, @QueryParam("here") String query) {
        var here = Filter.parse(query);
        return answers.preview(here, Entry.of(title, lines.preview(title, here)));
    }
}
