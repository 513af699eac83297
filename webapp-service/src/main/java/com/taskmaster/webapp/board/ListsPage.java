package com.taskmaster.webapp.board;

import com.taskmaster.webapp.tasks.ListDetails;
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

/** Making, changing and deleting lists. */
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
            return refused(here, typed);
        }
        return attempt(here, typed, () -> {
            var list = tasks.create(new ListDetails(name, null));
            return answers.done(Filter.ofList(list.id()), Notice.Kind.LIST_ADDED);
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
            return refused(here, typed);
        }
        return attempt(here, typed, () -> {
            var own = called.map(ListSummary::name).orElse(name);
            tasks.change(id, version, new ListDetails(own, color.isEmpty() ? null : color));
            return answers.done(Filter.ofList(id), Notice.Kind.LIST_CHANGED);
        });
    }

    /** @param settings whether it was moved among its settings, which stay open */
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
            return answers.done(Filter.parse(here), settings ? Notice.Kind.LIST_MOVED : Notice.Kind.MOVED);
        });
    }

    /** @param become what becomes of its tasks: {@code trash}, or else they are moved to the inbox */
    @POST
    @Path("{id}/delete")
    public RestResponse<TemplateInstance> delete(
            @RestPath UUID id,
            @FormParam("version") int version,
            @FormParam("tasks") String become,
            @FormParam("here") String here) {
        return attempt(here, null, () -> {
            tasks.deleteList(id, version, "trash".equals(become));
            return answers.done(Filter.EVERYTHING, Notice.Kind.LIST_DELETED);
        });
    }

    /**
     * A name that cannot be had is refused with 400 or 409; a list that was changed or deleted elsewhere with 412 or 404.
     *
     * @param typed {@code null} if nothing was
     */
    private RestResponse<TemplateInstance> attempt(
            String here, ListEntry typed, Supplier<RestResponse<TemplateInstance>> change) {
        try {
            return change.get();
        } catch (ClientWebApplicationException e) {
            return switch (e.getResponse().getStatus()) {
                case 400, 409 -> refused(here, typed);
                case 404 -> answers.done(Filter.EVERYTHING, Notice.Kind.GONE);
                case 412 -> answers.conflict(Filter.parse(here), overtaken(typed), typed);
                default -> throw e;
            };
        }
    }

    private RestResponse<TemplateInstance> refused(String here, ListEntry typed) {
        var name = typed == null || typed.name().isBlank() ? null : typed.name();
        return answers.conflict(Filter.parse(here), Notice.of(Notice.Kind.LIST_REFUSED, name), typed);
    }

    private static Notice overtaken(ListEntry typed) {
        return Notice.of(typed == null ? Notice.Kind.LIST_CHANGED_ELSEWHERE : Notice.Kind.LIST_OVERTAKEN);
    }
}
