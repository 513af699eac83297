package com.taskmaster.webapp.board;

import com.taskmaster.webapp.preferences.Preferences;
import com.taskmaster.webapp.signin.SignedInUser;
import com.taskmaster.webapp.tasks.Operation;
import com.taskmaster.webapp.tasks.Outcome;
import com.taskmaster.webapp.tasks.Priority;
import com.taskmaster.webapp.tasks.Refusal;
import com.taskmaster.webapp.tasks.TaskChanges;
import com.taskmaster.webapp.tasks.Tasks;
import com.taskmaster.webapp.undo.Undo;
import com.taskmaster.webapp.undo.Undo.Done;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.resteasy.reactive.ClientWebApplicationException;
import org.jboss.resteasy.reactive.RestResponse;

/** What can be done to several tasks at once. */
@Path("/tasks/selected")
@Produces(MediaType.TEXT_HTML)
@Authenticated
class SelectionPage {

    /** Enter in a field, instead of the button beside it. */
    private static final String TYPED = "typed";

    private final Tasks tasks;
    private final Answers answers;
    private final Preferences preferences;
    private final SignedInUser user;

    SelectionPage(Tasks tasks, Answers answers, Preferences preferences, SignedInUser user) {
        this.tasks = tasks;
        this.answers = answers;
        this.preferences = preferences;
        this.user = user;
    }

    /**
     * @param selected the tasks as {@link SelectedTask} writes them
     * @param action what is done to all of them; the other fields say to what
     */
    @POST
    public RestResponse<TemplateInstance> change(
            @FormParam("task") List<String> selected,
            @DefaultValue("") @FormParam("action") String action,
            @FormParam("list") String list,
            @DefaultValue("") @FormParam("tag") String tag,
            @DefaultValue("") @FormParam("due") String due,
            @FormParam("priority") String priority,
            @FormParam("here") String query) {
        var here = Filter.parse(query);
        if (selected.isEmpty() || TYPED.equals(action) && tag.isBlank() && due.isBlank()) {
            return RestResponse.seeOther(here.address());
        }
        var wrong = wrong(action, tag, due);
        if (wrong.isPresent()) {
            return answers.conflict(here, Notice.of(wrong.get()));
        }
        var chosen = SelectedTask.parse(selected);
        return switch (action) {
            case TYPED -> change(chosen, here, Done.CHANGED, task -> typed(task, tag, due));
            case "complete" -> change(chosen, here, Done.COMPLETED, task -> TaskChanges.complete());
            case "reopen" -> change(chosen, here, Done.REOPENED, task -> TaskChanges.reopen());
            case "delete" -> change(chosen, here, Done.DELETED, task -> TaskChanges.trash());
            case "restore" -> change(chosen, here, Done.RESTORED, task -> TaskChanges.restore());
            case "remove" -> remove(chosen, here);
            case "move" ->
                change(chosen, here, Done.CHANGED, task -> TaskChanges.none().list(id(list)));
            case "tag" ->
                change(chosen, here, Done.CHANGED, task -> TaskChanges.none().tags(task.tagsWith(tag)));
            case "untag" ->
                change(chosen, here, Done.CHANGED, task -> TaskChanges.none().tags(task.tagsWithout(tag)));
            case "reschedule" -> change(chosen, here, Done.CHANGED, task -> reschedule(due));
            case "prioritise" ->
                change(chosen, here, Done.CHANGED, task -> TaskChanges.none()
                        .priority(Priority.named(priority).orElseThrow(BadRequestException::new)));
            default -> throw new BadRequestException();
        };
    }

    private RestResponse<TemplateInstance> change(
            List<SelectedTask> selected, Filter here, Done done, Function<SelectedTask, TaskChanges> changes) {
        try {
            var operations = selected.stream()
                    .map(task -> Operation.change(task.id(), task.version(), changes.apply(task)))
                    .toList();
            var outcomes = tasks.carryOut(operations, preferences.zone());
            var back = outcomes.stream()
                    .filter(outcome -> !outcome.changes().isEmpty())
                    .map(Outcome::back)
                    .toList();
            var title = outcomes.size() == 1 ? outcomes.get(0).task().title() : null;
            return answers.done(here, new Undo(user.subject(), done, title, outcomes.size(), back));
        } catch (ClientWebApplicationException e) {
            return refused(e, here);
        }
    }

    private RestResponse<TemplateInstance> remove(List<SelectedTask> selected, Filter here) {
        try {
            var operations = selected.stream()
                    .map(task -> Operation.delete(task.id(), task.version()))
                    .toList();
            tasks.carryOut(operations, preferences.zone());
            return RestResponse.seeOther(here.address());
        } catch (ClientWebApplicationException e) {
            return refused(e, here);
        }
    }

    /** What can be typed, and makes no change. */
    private static Optional<Notice.Kind> wrong(String action, String tag, String due) {
        return switch (action) {
            case "tag", "untag" -> tag.isBlank() ? Optional.of(Notice.Kind.TAG_REFUSED) : Optional.empty();
            case "reschedule", TYPED -> isDateOrNone(due) ? Optional.empty() : Optional.of(Notice.Kind.DATE_REFUSED);
            default -> Optional.empty();
        };
    }

    private static boolean isDateOrNone(String due) {
        try {
            return due.isBlank() || LocalDate.parse(due) != null;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** All or none: the page shows them as they are now. */
    private RestResponse<TemplateInstance> refused(ClientWebApplicationException e, Filter here) {
        if (!Refusal.isOfChanges(e)) {
            throw e;
        }
        return answers.conflict(here, Notice.of(kind(Refusal.of(e))));
    }

    private static Notice.Kind kind(Refusal refusal) {
        return refusal.brokenRules().stream()
                .map(rule -> switch (rule.field()) {
                    case "tags" -> Notice.Kind.TAG_REFUSED;
                    case "due" -> Notice.Kind.DATE_REFUSED;
                    default -> Notice.Kind.CHANGED_ELSEWHERE;
                })
                .findFirst()
                .orElse(Notice.Kind.CHANGED_ELSEWHERE);
    }

    private static TaskChanges typed(SelectedTask task, String tag, String due) {
        var changes = tag.isBlank() ? TaskChanges.none() : TaskChanges.none().tags(task.tagsWith(tag));
        return due.isBlank() ? changes : changes.dueOn(LocalDate.parse(due));
    }

    private static TaskChanges reschedule(String due) {
        return due.isBlank() ? TaskChanges.none().due(null) : TaskChanges.none().dueOn(LocalDate.parse(due));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new BadRequestException(e);
        }
    }
}
