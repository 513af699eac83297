package com.taskmaster.webapp.edit;

import com.taskmaster.webapp.board.Answers;
import com.taskmaster.webapp.board.Filter;
import com.taskmaster.webapp.board.Notice;
import com.taskmaster.webapp.error.ErrorPage;
import com.taskmaster.webapp.error.ErrorPage.Kind;
import com.taskmaster.webapp.preferences.Preferences;
import com.taskmaster.webapp.request.Asked;
import com.taskmaster.webapp.signin.Client;
import com.taskmaster.webapp.signin.SignedInUser;
import com.taskmaster.webapp.tasks.BrokenRule;
import com.taskmaster.webapp.tasks.Operation;
import com.taskmaster.webapp.tasks.Outcome;
import com.taskmaster.webapp.tasks.Refusal;
import com.taskmaster.webapp.tasks.Summaries;
import com.taskmaster.webapp.tasks.Summaries.Counted;
import com.taskmaster.webapp.tasks.Summary;
import com.taskmaster.webapp.tasks.Task;
import com.taskmaster.webapp.tasks.Tasks;
import com.taskmaster.webapp.undo.Undo;
import com.taskmaster.webapp.undo.Undo.Done;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.ClientWebApplicationException;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Shows and saves one task, and shows its history. */
@Path("/tasks/{id}")
@Produces(MediaType.TEXT_HTML)
@Authenticated
class TaskPage {

    private static final String BEFORE = "before";

    private final Tasks tasks;
    private final Summaries summaries;
    private final Answers answers;
    private final Preferences preferences;
    private final SignedInUser user;
    private final Client client;
    private final Asked asked;

    TaskPage(
            Tasks tasks,
            Summaries summaries,
            Answers answers,
            Preferences preferences,
            SignedInUser user,
            Client client,
            Asked asked) {
        this.tasks = tasks;
        this.summaries = summaries;
        this.answers = answers;
        this.preferences = preferences;
        this.user = user;
        this.client = client;
        this.asked = asked;
    }

    @GET
    public RestResponse<TemplateInstance> show(@RestPath UUID id, UriInfo uri) {
        var here = Filter.of(uri.getQueryParameters());
        var found = find(id);
        var form = TaskForm.of(found.read(), preferences.zone());
        return answer(Status.OK, details(found, form, List.of(), here));
    }

    /** @param cursor where the page begins; {@code null}: with the latest change */
    @GET
    @Path("history")
    public TemplateInstance history(@RestPath UUID id, @QueryParam(BEFORE) String cursor, UriInfo uri) {
        var here = Filter.of(uri.getQueryParameters());
        var found = summaries.beside(
                () -> tasks.history(id, cursor).orElseThrow(NotFoundException::new), preferences.zone());
        var values = values(found.summary());
        var page = found.read();
        var history = new History(
                page.items().stream()
                        .map(change -> HistoryEntry.of(change, client.id(), values))
                        .toList(),
                cursor != null,
                page.next()
                        .map(next -> here.address("/tasks/" + id + "/history", Map.of(BEFORE, next)))
                        .orElse(null));
        return asked.isByScript()
                ? Templates.entries(history)
                : Templates.history(user.displayName(), here.address("/tasks/" + id), history);
    }

    @ServerExceptionMapper
    RestResponse<TemplateInstance> gone(NotFoundException e) {
        return ErrorPage.of(Status.NOT_FOUND, Kind.TASK_GONE);
    }

    /**
     * Keeps changes made elsewhere, except of fields that were changed here too: then both versions are shown, and what
     * was typed wins if it is sent again.
     */
    @POST
    public RestResponse<TemplateInstance> save(@RestPath UUID id, MultivaluedMap<String, String> fields) {
        var form = TaskForm.of(fields);
        var here = Filter.parse(fields.getFirst("here"));
        var unreadable = form.brokenRules();
        try {
            return unreadable.isEmpty() ? carryOut(id, form, here, false) : refused(id, form, unreadable, here);
        } catch (NotFoundException e) {
            return gone(id, form, here);
        }
    }

    /** @throws NotFoundException if the task no longer exists */
    private RestResponse<TemplateInstance> carryOut(UUID id, TaskForm form, Filter here, boolean merged) {
        try {
            var change = Operation.change(id, form.version(), form.changes());
            var outcome = tasks.carryOut(change, preferences.zone());
            return saved(outcome, here, merged ? merged(form, outcome.task()) : Done.CHANGED);
        } catch (ClientWebApplicationException e) {
            if (!Refusal.isOfChanges(e)) {
                throw e;
            }
            var refusal = Refusal.of(e);
            if (refusal.isOfMissing()) {
                throw new NotFoundException();
            }
            return refusal.isOvertaken() ? merge(id, form, here) : refused(id, form, refusal.brokenRules(), here);
        }
    }

    private static Done merged(TaskForm form, Task task) {
        if (!form.isCompletedOrReopenedSince(task)) {
            return Done.MERGED;
        }
        return task.completed() ? Done.MERGED_COMPLETED : Done.MERGED_REOPENED;
    }

    private RestResponse<TemplateInstance> saved(Outcome outcome, Filter here, Done done) {
        var title = outcome.task().title();
        if (!outcome.changes().isEmpty()) {
            return answers.done(here, Undo.of(user.subject(), done, title, outcome.back()));
        }
        return done == Done.CHANGED || done == Done.MERGED
                ? answers.done(here, Notice.Kind.SAVED)
                : answers.done(here, Undo.none(user.subject(), done, title));
    }

    private RestResponse<TemplateInstance> refused(UUID id, TaskForm form, List<BrokenRule> fields, Filter here) {
        return answer(Status.BAD_REQUEST, details(find(id), form, fields, here));
    }

    /** Saves again if the user has nothing to decide; ends, because the version is newer each time. */
    private RestResponse<TemplateInstance> merge(UUID id, TaskForm typed, Filter here) {
        var found = find(id);
        var task = found.read();
        var theirs = TaskForm.of(task, typed.zone());
        var merged = typed.upon(theirs);
        var differences = Difference.between(theirs, typed, values(found.summary()));
        if (differences.isEmpty() && !task.isTrashed() && task.version() != typed.version()) {
            return carryOut(id, merged, here, true);
        }
        return answer(
                Status.CONFLICT, new TaskDetails(task, merged, List.of(), true, differences, found.summary(), here));
    }

    private Values values(Summary summary) {
        return new Values(summary, preferences.locale(), preferences.zone());
    }

    private Counted<Task> find(UUID id) {
        return summaries.beside(() -> tasks.find(id).orElseThrow(NotFoundException::new), preferences.zone());
    }

    private TaskDetails details(Counted<Task> found, TaskForm form, List<BrokenRule> refused, Filter here) {
        return new TaskDetails(found.read(), form, refused, false, List.of(), found.summary(), here);
    }

    /** Returns only the form to a script, to replace the one that was sent. */
    private RestResponse<TemplateInstance> answer(Status status, TaskDetails details) {
        if (!asked.isByScript()) {
            return RestResponse.status(status, Templates.task(user.displayName(), details));
        }
        var answer = RestResponse.status(status, Templates.form(details));
        return status == Status.OK ? answer : inPlace(answer, details.task().id());
    }

    /** Shows what was typed: title and notes in fields, and the other fields that were filled in as text. */
    private RestResponse<TemplateInstance> gone(UUID id, TaskForm form, Filter here) {
        var others = Field.of(form, values(tasks.summary(preferences.zone()))).stream()
                .filter(Field::isFilledBesideTheTexts)
                .toList();
        return inPlace(
                RestResponse.status(Status.CONFLICT, Templates.gone(user.displayName(), form, others, here.address())),
                id);
    }

    /** Makes a script replace the form that was sent, unless another task has been opened in the meantime. */
    private static RestResponse<TemplateInstance> inPlace(RestResponse<TemplateInstance> answer, UUID id) {
        answer.getHeaders().add("HX-Retarget", "#task-" + id + " #edit");
        answer.getHeaders().add("HX-Reselect", "#edit");
        answer.getHeaders().add("HX-Reswap", "outerHTML");
        answer.getHeaders().add("HX-Push-Url", "false");
        return answer;
    }

    @CheckedTemplate(basePath = "edit")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance task(String user, TaskDetails details);

        static native TemplateInstance gone(String user, TaskForm form, List<Field> others, URI here);

        static native TemplateInstance form(TaskDetails details);

        static native TemplateInstance history(String user, URI task, History history);

        static native TemplateInstance entries(History history);
    }
}
