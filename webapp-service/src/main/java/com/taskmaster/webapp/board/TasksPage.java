package com.taskmaster.webapp.board;

import com.taskmaster.webapp.board.Board.Entry;
import com.taskmaster.webapp.signin.SignedInUser;
import com.taskmaster.webapp.tasks.BrokenRule;
import com.taskmaster.webapp.tasks.BrokenRule.Kind;
import com.taskmaster.webapp.tasks.Operation;
import com.taskmaster.webapp.tasks.Refusal;
import com.taskmaster.webapp.tasks.TaskChanges;
import com.taskmaster.webapp.undo.Undo;
import com.taskmaster.webapp.undo.Undo.Done;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.ClientWebApplicationException;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.StatusCode;

/** Shows the user's tasks that the URL selects, and adds new ones. */
@Path("/tasks")
@Produces(MediaType.TEXT_HTML)
@Authenticated
class TasksPage {

    /**
     * The API's status if an idempotency key is reused for a different request: later, the same words can mean another
     * time, as in "in 30 minutes".
     */
    private static final int ANOTHER_REQUEST = 422;

    private final Lines lines;
    private final Answers answers;
    private final SignedInUser user;

    TasksPage(Lines lines, Answers answers, SignedInUser user) {
        this.lines = lines;
        this.answers = answers;
        this.user = user;
    }

    @GET
    public RestResponse<TemplateInstance> show(
            UriInfo uri, @QueryParam("undo") String undo, @QueryParam("notice") String notice) {
        return answers.show(Filter.of(uri.getQueryParameters()), undo, notice);
    }

    @POST
    public RestResponse<TemplateInstance> add(
            @DefaultValue("") @FormParam("title") String title,
            @FormParam("form") UUID form,
            @FormParam("here") String query) {
        var here = Filter.parse(query);
        try {
            var task = lines.add(idempotencyKey(form, title), title, here);
            return answers.done(
                    here,
                    Undo.of(
                            user.subject(),
                            Done.ADDED,
                            task.title(),
                            Operation.change(task.id(), task.version(), TaskChanges.trash())));
        } catch (NoSuchList e) {
            return answers.refused(here, Entry.refused(title, List.of(BrokenRule.of("list", Kind.NEW_LIST))));
        } catch (ClientWebApplicationException e) {
            return switch (e.getResponse().getStatus()) {
                case StatusCode.BAD_REQUEST ->
                    answers.refused(here, Entry.refused(title, Refusal.of(e).brokenRules()));
                case ANOTHER_REQUEST -> answers.done(here, Notice.Kind.ADDED_BEFORE);
                default -> throw e;
            };
        }
    }

    /** A form that is sent again with the same title does not create a second task. */
    private static UUID idempotencyKey(UUID form, String title) {
        return form == null ? null : UUID.nameUUIDFromBytes((form + title).getBytes(StandardCharsets.UTF_8));
    }
}
