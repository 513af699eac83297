package com.taskmaster.webapp.board;

import com.taskmaster.webapp.preferences.Preferences;
import com.taskmaster.webapp.signin.SignedInUser;
import com.taskmaster.webapp.tasks.Operation;
import com.taskmaster.webapp.tasks.Outcome;
import com.taskmaster.webapp.tasks.PartlyCarriedOut;
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

/** Applies an action to several tasks at once. */
@Path("/tasks/selected")
@Produces(MediaType.TEXT_HTML)
@Authenticated
class SelectionPage {

    /** Enter was pressed in a field instead of clicking the button beside it, or on the box that selects a task. */
    private static final String TYPED = "typed";

    /** Clears the selection. */
    private static final String NONE = "none";

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
     * @param selected the tasks, as written by {@link SelectedTask}
     * @param action the action for all of them; the other fields are its arguments
     */
    @POST
    public RestResponse<TemplateInstance> change(
            @FormParam("task") List<String> selected,
            @DefaultValue("") @FormParam("action") String action,
            @DefaultValue("") @FormParam("list") String list,
            @DefaultValue("") @FormParam("tag") String tag,
            @DefaultValue("") @FormParam("due") String due,
            @DefaultValue("") @FormParam("priority") String priority,
            @FormParam("here") String query) {
        var here = Filter.parse(query);
        if (selected.isEmpty() || NONE.equals(action)) {
            return RestResponse.seeOther(here.address());
        }
        var chosen = SelectedTask.parse(selected);
        var selection = Selection.of(chosen, action, list, due, tag, priority);
        if (Selection.ALL.equals(action) || TYPED.equals(action) && tag.isBlank() && due.isBlank()) {
            return answers.selected(here, selection);
        }
        var wrong = wrong(action, tag, due);
        if (wrong.isPresent()) {
            return answers.conflict(here, Notice.of(wrong.get()), selection);
        }
        try {
            return carryOut(chosen, here, selection);
        } catch (ClientWebApplicationException e) {
            if (!Refusal.isOfChanges(e)) {
                throw e;
            }
            return answers.conflict(here, Notice.of(kind(Refusal.of(e))), selection);
        }
    }

    private RestResponse<TemplateInstance> carryOut(List<SelectedTask> chosen, Filter here, Selection selection) {
        return switch (selection.action()) {
            case "complete" -> change(chosen, here, selection, Done.COMPLETED, task -> TaskChanges.complete());
            case "reopen" -> change(chosen, here, selection, Done.REOPENED, task -> TaskChanges.reopen());
            case "delete" -> change(chosen, here, selection, Done.DELETED, task -> TaskChanges.trash());
            case "restore" -> change(chosen, here, selection, Done.RESTORED, task -> TaskChanges.restore());
            case "remove" -> remove(chosen, here, selection);
            default -> change(chosen, here, selection, Done.CHANGED, task -> changes(task, selection));
        };
    }

    private static TaskChanges changes(SelectedTask task, Selection to) {
        return switch (to.action()) {
            case TYPED -> typed(task, to);
            case "move" -> TaskChanges.none().list(id(to.list()));
            case "tag" -> TaskChanges.none().tags(task.tagsWith(to.tag()));
            case "untag" -> TaskChanges.none().tags(task.tagsWithout(to.tag()));
            case "reschedule" -> reschedule(task, to.due());
            case "prioritize" ->
                TaskChanges.none().priority(Priority.named(to.priority()).orElseThrow(BadRequestException::new));
            default -> throw new BadRequestException();
        };
    }

    private RestResponse<TemplateInstance> change(
            List<SelectedTask> selected,
            Filter here,
            Selection selection,
            Done done,
            Function<SelectedTask, TaskChanges> changes) {
        var operations = selected.stream()
                .map(task -> Operation.change(task.id(), task.version(), changes.apply(task)))
                .toList();
        try {
            return answers.done(here, undo(done, tasks.carryOut(operations, preferences.zone())));
        } catch (PartlyCarriedOut e) {
            return answers.partlyDone(here, undo(done, e.outcomes()), selection.without(e.outcomes()), e.isBusy());
        }
    }

    private Undo undo(Done done, List<Outcome> outcomes) {
        var isFinal = outcomes.stream().anyMatch(outcome -> done.isFinalFor(outcome.task()));
        var back = outcomes.stream()
                .filter(outcome -> !isFinal && !outcome.changes().isEmpty())
                .map(Outcome::back)
                .toList();
        var title = outcomes.size() == 1 ? outcomes.get(0).task().title() : null;
        return new Undo(user.subject(), done, title, outcomes.size(), back);
    }

    private RestResponse<TemplateInstance> remove(List<SelectedTask> selected, Filter here, Selection selection) {
        var operations = selected.stream()
                .map(task -> Operation.delete(task.id(), task.version()))
                .toList();
        try {
            tasks.carryOut(operations, preferences.zone());
            return answers.done(here, Notice.Kind.REMOVED);
        } catch (PartlyCarriedOut e) {
            var notice = Notice.of(Notice.Kind.REMOVED);
            return answers.partlyDone(here, notice, selection.without(e.outcomes()), e.isBusy());
        }
    }

    /** Input that cannot be applied to any task. */
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

    private static TaskChanges typed(SelectedTask task, Selection to) {
        var changes =
                to.tag().isBlank() ? TaskChanges.none() : TaskChanges.none().tags(task.tagsWith(to.tag()));
        return to.due().isBlank() ? changes : task.dueOn(LocalDate.parse(to.due()), changes);
    }

    private static TaskChanges reschedule(SelectedTask task, String due) {
        return due.isBlank() ? TaskChanges.none().due(null) : task.dueOn(LocalDate.parse(due), TaskChanges.none());
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new BadRequestException(e);
        }
    }
}
