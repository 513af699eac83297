package com.taskmaster.webapp.board;

import com.taskmaster.webapp.tasks.Tasks;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse;

/** Empties the trash for good, which needs a recent sign-in. */
@Path("/tasks/trash/empty")
@Produces(MediaType.TEXT_HTML)
@Authenticated
class TrashPage {

    private final Tasks tasks;
    private final Answers answers;

    TrashPage(Tasks tasks, Answers answers) {
        this.tasks = tasks;
        this.answers = answers;
    }

    @POST
    public RestResponse<TemplateInstance> empty() {
        tasks.emptyTrash();
        return answers.done(Filter.of(View.TRASH), Notice.Kind.TRASH_EMPTIED);
    }
}
