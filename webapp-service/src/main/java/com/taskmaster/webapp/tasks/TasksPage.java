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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.ClientWebApplicationException;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jboss.resteasy.reactive.RestResponse.StatusCode;

/** The tasks of the signed-in user; each form posts, changes through the Tasks API, and leads back here. */
@Path("/tasks")
@Authenticated
class TasksPage {

    private final Tasks tasks;
    private final SignedInUser user;

    TasksPage(Tasks tasks, SignedInUser user) {
        this.tasks = tasks;
        this.user = user;
    }

    @GET
    public RestResponse<TemplateInstance> show(@QueryParam("cursor") String cursor) {
        var overview = Overview.read(tasks, cursor);
        return overview.isPastTheEnd() ? back(null) : RestResponse.ok(page(overview, Draft.none(), null));
    }

    @POST
    public RestResponse<TemplateInstance> add(@FormParam("title") String title, @FormParam("form") UUID form) {
        try {
            tasks.create(idempotencyKey(form, title), new NewTask(title));
            return back(null);
        } catch (ClientWebApplicationException e) {
            if (e.getResponse().getStatus() != StatusCode.BAD_REQUEST) {
                throw e;
            }
            return refused(Draft.ofNewTask(title), null);
        }
    }

    @POST
    @Path("{id}/rename")
    public RestResponse<TemplateInstance> rename(
            @PathParam("id") UUID id,
            @FormParam("title") String title,
            @FormParam("version") int version,
            @FormParam("cursor") String cursor) {
        return change(id, version, TaskChanges.rename(title), cursor);
    }

    @POST
    @Path("{id}/complete")
    public RestResponse<TemplateInstance> complete(
            @PathParam("id") UUID id, @FormParam("version") int version, @FormParam("cursor") String cursor) {
        return change(id, version, TaskChanges.complete(), cursor);
    }

    @POST
    @Path("{id}/reopen")
    public RestResponse<TemplateInstance> reopen(
            @PathParam("id") UUID id, @FormParam("version") int version, @FormParam("cursor") String cursor) {
        return change(id, version, TaskChanges.reopen(), cursor);
    }

    @POST
    @Path("{id}/delete")
    public RestResponse<TemplateInstance> delete(
            @PathParam("id") UUID id, @FormParam("version") int version, @FormParam("cursor") String cursor) {
        return change(id, version, TaskChanges.delete(), cursor);
    }

    private RestResponse<TemplateInstance> change(UUID id, int version, TaskChanges changes, String cursor) {
        try {
            tasks.change(id, new EntityTag(Integer.toString(version)), changes);
            return back(cursor);
        } catch (ClientWebApplicationException e) {
            return switch (e.getResponse().getStatus()) {
                case StatusCode.BAD_REQUEST -> refused(new Draft(id, changes.title()), cursor);
                case StatusCode.NOT_FOUND, StatusCode.PRECONDITION_FAILED -> changedElsewhere(id, changes, cursor);
                default -> throw e;
            };
        }
    }

    private RestResponse<TemplateInstance> changedElsewhere(UUID id, TaskChanges changes, String cursor) {
        var task = find(id);
        if (task.filter(changes::areIn).isPresent()) {
            return back(cursor);
        }
        var conflict = new Conflict(task.orElse(null), changes.title());
        return RestResponse.status(Status.CONFLICT, page(Overview.read(tasks, cursor), Draft.none(), conflict));
    }

    private RestResponse<TemplateInstance> refused(Draft draft, String cursor) {
        return RestResponse.status(Status.BAD_REQUEST, page(Overview.read(tasks, cursor), draft, null));
    }

    private TemplateInstance page(Overview overview, Draft refused, Conflict conflict) {
        return Templates.tasks(user.displayName(), overview, refused, conflict, UUID.randomUUID());
    }

    private Optional<Task> find(UUID id) {
        try {
            return Optional.of(tasks.read(id));
        } catch (ClientWebApplicationException e) {
            if (e.getResponse().getStatus() != StatusCode.NOT_FOUND) {
                throw e;
            }
            return Optional.empty();
        }
    }

    /** A form that is sent again makes no second task, unless with another title. */
    private static UUID idempotencyKey(UUID form, String title) {
        return form == null ? null : UUID.nameUUIDFromBytes((form + title).getBytes(StandardCharsets.UTF_8));
    }

    private static RestResponse<TemplateInstance> back(String cursor) {
        return RestResponse.seeOther(Overview.address(cursor));
    }

    @CheckedTemplate(basePath = "tasks")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance tasks(
                String user, Overview overview, Draft refused, Conflict conflict, UUID form);
    }
}
