package com.taskmaster.webapp.board;

import com.taskmaster.webapp.preferences.Preferences;
import com.taskmaster.webapp.signin.SignedInUser;
import com.taskmaster.webapp.tasks.Operation;
import com.taskmaster.webapp.tasks.TaskChanges;
import com.taskmaster.webapp.tasks.Tasks;
import com.taskmaster.webapp.undo.Undo;
import com.taskmaster.webapp.undo.Undo.Done;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.ClientWebApplicationException;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The one-click actions on a task; each returns to the page it was clicked on. */
@Path("/tasks/{id}")
@Produces(MediaType.TEXT_HTML)
@Authenticated
class TaskActionsPage {

    private final Tasks tasks;
    private final Neighbors neighbors;
    private final Answers answers;
    private final Preferences preferences;
    private final SignedInUser user;

    TaskActionsPage(Tasks tasks, Neighbors neighbors, Answers answers, Preferences preferences, SignedInUser user) {
        this.tasks = tasks;
        this.neighbors = neighbors;
        this.answers = answers;
        this.preferences = preferences;
        this.user = user;
    }

    @POST
    @Path("complete")
    public RestResponse<TemplateInstance> complete(
            @RestPath UUID id, @FormParam("version") int version, @FormParam("here") String here) {
        return change(id, version, here, Done.COMPLETED, TaskChanges.complete(), TaskChanges.reopen());
    }

    @POST
    @Path("reopen")
    public RestResponse<TemplateInstance> reopen(
            @RestPath UUID id, @FormParam("version") int version, @FormParam("here") String here) {
        return change(id, version, here, Done.REOPENED, TaskChanges.reopen(), TaskChanges.complete());
    }

    @POST
    @Path("delete")
    public RestResponse<TemplateInstance> delete(
            @RestPath UUID id, @FormParam("version") int version, @FormParam("here") String here) {
        return change(id, version, here, Done.DELETED, TaskChanges.trash(), TaskChanges.restore());
    }

    @POST
    @Path("restore")
    public RestResponse<TemplateInstance> restore(
            @RestPath UUID id, @FormParam("version") int version, @FormParam("here") String here) {
        return change(id, version, here, Done.RESTORED, TaskChanges.restore(), TaskChanges.trash());
    }

    /**
     * Moves the task within its order.
     *
     * @param position {@code null} if the page does not know it
     * @param towards the direction in that case: {@code up} or {@code down}
     */
    @POST
    @Path("move")
    public RestResponse<TemplateInstance> move(
            @RestPath UUID id,
            @FormParam("version") int version,
            @FormParam("position") Double position,
            @FormParam("towards") String towards,
            @FormParam("here") String query) {
        var here = Filter.parse(query);
        var changes = TaskChanges.none();
        try {
            var place = Optional.ofNullable(position).or(() -> place(id, towards, here));
            if (place.isEmpty()) {
                return RestResponse.seeOther(here.address());
            }
            changes = changes.position(place.get());
            tasks.change(id, version, changes, preferences.zone());
            return answers.done(here, Notice.Kind.MOVED);
        } catch (ClientWebApplicationException e) {
            return refused(e, id, here, changes);
        }
    }

    private Optional<Double> place(UUID id, String towards, Filter here) {
        return "up".equals(towards) ? neighbors.above(id, here) : neighbors.below(id, here);
    }

    /** Deletes the task permanently. */
    @POST
    @Path("remove")
    public RestResponse<TemplateInstance> remove(
            @RestPath UUID id, @FormParam("version") int version, @FormParam("here") String query) {
        var here = Filter.parse(query);
        try {
            tasks.delete(id, version);
            return answers.done(here, Notice.Kind.REMOVED);
        } catch (ClientWebApplicationException e) {
            return refused(e, id, here, TaskChanges.none());
        }
    }

    private RestResponse<TemplateInstance> change(
            UUID id, int version, String query, Done done, TaskChanges changes, TaskChanges back) {
        var here = Filter.parse(query);
        try {
            var task = tasks.change(id, version, changes, preferences.zone());
            return answers.done(
                    here,
                    done.isFinalFor(task)
                            ? Undo.none(user.subject(), done, task.title())
                            : Undo.of(user.subject(), done, task.title(), Operation.change(id, task.version(), back)));
        } catch (ClientWebApplicationException e) {
            return refused(e, id, here, changes);
        }
    }

    /**
     * The task was changed or deleted in the meantime, possibly by the same user in another tab or by the same click
     * sent twice.
     */
    private RestResponse<TemplateInstance> refused(
            ClientWebApplicationException e, UUID id, Filter here, TaskChanges changes) {
        var status = e.getResponse().getStatus();
        if (status != 404 && status != 412) {
            throw e;
        }
        var task = tasks.find(id);
        if (task.filter(changes::areIn).isPresent()) {
            return RestResponse.seeOther(here.address());
        }
        return answers.conflict(
                here,
                task.map(found -> Notice.of(Notice.Kind.CHANGED_ELSEWHERE, found.title()))
                        .orElse(Notice.of(Notice.Kind.GONE)));
    }
}
