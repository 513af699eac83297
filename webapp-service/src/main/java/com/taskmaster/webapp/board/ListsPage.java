package com.taskmaster.webapp.board;

import com.taskmaster.webapp.board.Notice.Kind;
import com.taskmaster.webapp.tasks.ListDetails;
import com.taskmaster.webapp.tasks.Refusal;
import com.taskmaster.webapp.tasks.Summary.ListSummary;
import com.taskmaster.webapp.tasks.Tasks;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.ClientWebApplicationException;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.StatusCode;

/** Creates, changes, moves and deletes lists. */
@Path("/lists")
@Produces(MediaType.TEXT_HTML)
@Authenticated
class ListsPage {

    private final Tasks tasks;
    private final Inbox inbox;
    private final Answers answers;

    ListsPage(Tasks tasks, Inbox inbox, Answers answers) {
        this.tasks = tasks;
        this.inbox = inbox;
        this.answers = answers;
    }

    @POST
    public RestResponse<TemplateInstance> add(
            @DefaultValue("") @FormParam("name") String name, @FormParam("here") String here) {
        var typed = ListEntry.ofNew(name);
        if (inbox.called(name).isPresent()) {
            return refused(here, Kind.LIST_TAKEN, typed);
        }
        return attempt(here, typed, () -> {
            var list = tasks.create(new ListDetails(name, null));
            return answers.done(Filter.ofList(list.id()), Kind.LIST_ADDED);
        });
    }

    @POST
    @Path("{id}")
    public RestResponse<TemplateInstance> change(
            @RestPath UUID id,
            @FormParam("version") int version,
            @DefaultValue("") @FormParam("name") String name,
            @DefaultValue("") @FormParam("color") String color,
            @FormParam("here") String here) {
        var typed = new ListEntry(id, name, color);
        var called = inbox.called(name);
        if (called.filter(list -> !list.list().equals(id)).isPresent()) {
            return refused(here, Kind.LIST_TAKEN, typed);
        }
        return attempt(here, typed, () -> {
            var own = called.map(ListSummary::name).orElse(name);
            tasks.change(id, version, new ListDetails(own, color.isEmpty() ? null : color));
            return answers.done(Filter.ofList(id), Kind.LIST_CHANGED);
        });
    }

    /** @param settings whether the list was moved in its settings, which then stay open */
    @POST
    @Path("{id}/move")
    public RestResponse<TemplateInstance> move(
            @RestPath UUID id,
            @FormParam("version") int version,
            @FormParam("position") double position,
            @FormParam("settings") boolean settings,
            @FormParam("here") String here) {
        return attempt(here, null, () -> {
            tasks.move(id, version, position);
            return answers.done(Filter.parse(here), settings ? Kind.LIST_MOVED : Kind.MOVED);
        });
    }

    /** @param become {@code trash} moves the list's tasks to the trash; anything else moves them to the inbox */
    @POST
    @Path("{id}/delete")
    public RestResponse<TemplateInstance> delete(
            @RestPath UUID id,
            @FormParam("version") int version,
            @FormParam("tasks") String become,
            @FormParam("here") String here) {
        return attempt(here, null, () -> {
            deleteIfThere(id, version, become);
            return answers.done(Filter.EVERYTHING, Kind.LIST_DELETED);
        });
    }

    /** A list that is gone is deleted, perhaps by a request that was not confirmed and is repeated now. */
    private void deleteIfThere(UUID id, int version, String become) {
        try {
            tasks.deleteList(id, version, "trash".equals(become));
        } catch (ClientWebApplicationException e) {
            if (e.getResponse().getStatus() != StatusCode.NOT_FOUND) {
                throw e;
            }
        }
    }

    /**
     * The API rejects a name with 400, one more list than there may be with 409, and a list that was changed or deleted in the
     * meantime with 412 or 404.
     *
     * @param typed {@code null} if nothing was typed
     */
    private RestResponse<TemplateInstance> attempt(
            String here, ListEntry typed, Supplier<RestResponse<TemplateInstance>> change) {
        try {
            return change.get();
        } catch (ClientWebApplicationException e) {
            return switch (e.getResponse().getStatus()) {
                case 400, 409 -> refused(here, why(e, typed), typed);
                case 404 -> answers.done(Filter.EVERYTHING, Kind.GONE);
                case 412 -> answers.conflict(Filter.parse(here), overtaken(typed), typed);
                default -> throw e;
            };
        }
    }

    /** Only input about a list can be rejected for it; any other failure is rethrown. */
    private static Kind why(ClientWebApplicationException e, ListEntry typed) {
        if (typed == null) {
            throw e;
        }
        if (e.getResponse().getStatus() == StatusCode.CONFLICT) {
            return Kind.LISTS_FULL;
        }
        return Refusal.of(e).isOfTakenName() ? Kind.LIST_TAKEN : Kind.LIST_REFUSED;
    }

    private RestResponse<TemplateInstance> refused(String here, Kind why, ListEntry typed) {
        var title = why == Kind.LIST_TAKEN ? typed.name().strip() : null;
        return answers.conflict(Filter.parse(here), Notice.of(why, title), typed);
    }

    private static Notice overtaken(ListEntry typed) {
        return Notice.of(typed == null ? Kind.LIST_CHANGED_ELSEWHERE : Kind.LIST_OVERTAKEN);
    }
}
