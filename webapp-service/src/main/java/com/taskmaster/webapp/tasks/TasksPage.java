package com.taskmaster.webapp.tasks;

import com.taskmaster.webapp.signin.SignedInUser;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.ClientWebApplicationException;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** The tasks of the signed-in user; each form posts, changes through the Tasks API, and leads back here. */
@Path("/tasks")
@Authenticated
class TasksPage {

    private static final URI TASKS = URI.create("/tasks");

    private final TasksClient tasks;
    private final SignedInUser user;

    TasksPage(@RestClient TasksClient tasks, SignedInUser user) {
        this.tasks = tasks;
        this.user = user;
    }

    @GET
    public TemplateInstance show() {
        return page(Draft.none());
    }

    @POST
    public RestResponse<TemplateInstance> add(@FormParam("title") String title) {
        try {
            tasks.create(new NewTask(title));
            return back();
        } catch (ClientWebApplicationException e) {
            return rejected(e, Draft.ofNewTask(title));
        }
    }

    @POST
    @Path("{id}/rename")
    public RestResponse<TemplateInstance> rename(@PathParam("id") UUID id, @FormParam("title") String title) {
        try {
            tasks.change(id, TaskChanges.rename(title));
            return back();
        } catch (ClientWebApplicationException e) {
            return rejected(e, new Draft(id, title));
        }
    }

    @POST
    @Path("{id}/complete")
    public RestResponse<TemplateInstance> complete(@PathParam("id") UUID id) {
        tasks.change(id, TaskChanges.complete());
        return back();
    }

    @POST
    @Path("{id}/reopen")
    public RestResponse<TemplateInstance> reopen(@PathParam("id") UUID id) {
        tasks.change(id, TaskChanges.reopen());
        return back();
    }

    @POST
    @Path("{id}/delete")
    public RestResponse<TemplateInstance> delete(@PathParam("id") UUID id) {
        tasks.delete(id);
        return back();
    }

    /** What was typed and not accepted: a new task's title, or a task's new title. */
    record Draft(UUID id, String title) {

        static Draft none() {
            return new Draft(null, null);
        }

        static Draft ofNewTask(String title) {
            return new Draft(null, title);
        }

        public boolean isNewTask() {
            return id == null && title != null;
        }

        public boolean isOf(Task task) {
            return task.id().equals(id);
        }
    }

    private TemplateInstance page(Draft rejected) {
        var all = tasks.list();
        return Templates.tasks(
                user.displayName(),
                all.stream().filter(task -> !task.completed()).toList(),
                all.stream().filter(Task::completed).toList(),
                rejected);
    }

    private RestResponse<TemplateInstance> rejected(ClientWebApplicationException e, Draft draft) {
        if (e.getResponse().getStatus() != RestResponse.StatusCode.BAD_REQUEST) {
            throw e;
        }
        return RestResponse.status(Status.BAD_REQUEST, page(draft));
    }

    private static RestResponse<TemplateInstance> back() {
        return RestResponse.seeOther(TASKS);
    }

    @CheckedTemplate(basePath = "tasks")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance tasks(String user, List<Task> open, List<Task> completed, Draft rejected);
    }
}
