package com.taskmaster.webapp.board;

import com.taskmaster.webapp.error.ErrorPage;
import com.taskmaster.webapp.error.ErrorPage.Kind;
import com.taskmaster.webapp.request.Asked;
import com.taskmaster.webapp.tasks.Tasks;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import org.jboss.resteasy.reactive.RestResponse;

/** Empties the trash permanently, which requires a recent sign-in. */
@Path("/tasks/trash/empty")
@Produces(MediaType.TEXT_HTML)
@Authenticated
class TrashPage {

    private final Tasks tasks;
    private final Answers answers;
    private final Asked asked;

    TrashPage(Tasks tasks, Answers answers, Asked asked) {
        this.tasks = tasks;
        this.answers = answers;
        this.asked = asked;
    }

    /** @param shownTo the user for whom the page was rendered */
    @POST
    public RestResponse<TemplateInstance> empty(@FormParam("shown-to") String shownTo) {
        if (asked.isForAnother(shownTo)) {
            return ErrorPage.of(Status.CONFLICT, Kind.OTHER_PERSON);
        }
        tasks.emptyTrash();
        return answers.done(Filter.of(View.TRASH), Notice.Kind.TRASH_EMPTIED);
    }
}
