package com.taskmaster.webapp.board;

import com.taskmaster.webapp.fastadd.FastAdd;
import com.taskmaster.webapp.fastadd.Piece;
import com.taskmaster.webapp.preferences.Preferences;
import com.taskmaster.webapp.tasks.Due;
import com.taskmaster.webapp.tasks.ListDetails;
import com.taskmaster.webapp.tasks.NewTask;
import com.taskmaster.webapp.tasks.Priority;
import com.taskmaster.webapp.tasks.Repeat;
import com.taskmaster.webapp.tasks.Summary.ListSummary;
import com.taskmaster.webapp.tasks.Task;
import com.taskmaster.webapp.tasks.TaskList;
import com.taskmaster.webapp.tasks.Tasks;
import com.taskmaster.webapp.tasks.Unfinished;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response.Status.Family;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.ClientWebApplicationException;
import org.jboss.resteasy.reactive.RestResponse.StatusCode;

/** Creates tasks from lines of text, in the user's language and time zone. */
@ApplicationScoped
class Lines {

    private final Tasks tasks;
    private final Inbox inbox;
    private final Preferences preferences;

    Lines(Tasks tasks, Inbox inbox, Preferences preferences) {
        this.tasks = tasks;
        this.inbox = inbox;
        this.preferences = preferences;
    }

    /**
     * @param here the page on which the line was typed: the new task gets its list, tags, priority and day unless the
     * line says otherwise
     */
    Preview preview(String line, Filter here) {
        var now = now();
        var understood = FastAdd.parse(line, preferences.locale(), now);
        var list = list(understood);
        return new Preview(
                understood.title(),
                ShownDue.of(due(understood, here), preferences.locale(), now),
                understood.repeat() == null ? null : words(understood, Piece.Kind.REPEAT),
                list.orElse(null),
                list.isPresent() ? null : understood.list(),
                priority(understood, here),
                tags(understood, here));
    }

    /**
     * Creates the line's list if it does not exist, and removes it again if the task is rejected.
     *
     * @param key the idempotency key, which keeps a repeated request from creating a second task; {@code null}: none
     * @throws NoSuchList if the list can be neither found nor created
     */
    Task add(UUID key, String line, Filter here) {
        var understood = FastAdd.parse(line, preferences.locale(), now());
        if (understood.list() == null) {
            return tasks.create(key, task(understood, here.list(), here));
        }
        var list = list(understood);
        return list.isPresent()
                ? tasks.create(key, task(understood, list.get().list(), here))
                : addWithList(key, understood, here);
    }

    private Task addWithList(UUID key, FastAdd understood, Filter here) {
        TaskList made;
        try {
            made = tasks.create(new ListDetails(understood.list(), null));
        } catch (ClientWebApplicationException e) {
            return addToListMadeMeanwhile(key, understood, here, e);
        }
        try {
            return tasks.create(key, task(understood, made.id(), here));
        } catch (ClientWebApplicationException e) {
            if (Family.familyOf(e.getResponse().getStatus()) == Family.CLIENT_ERROR) {
                removeAgain(made, e);
            }
            throw e;
        }
    }

    /** Another request has created the list in the meantime: the previous line's, or the same one sent twice. */
    private Task addToListMadeMeanwhile(
            UUID key, FastAdd understood, Filter here, ClientWebApplicationException refusal) {
        var list = list(understood);
        if (list.isPresent()) {
            return tasks.create(key, task(understood, list.get().list(), here));
        }
        throw refusal.getResponse().getStatus() == StatusCode.CONFLICT ? new NoSuchList(refusal) : refusal;
    }

    /** The user is told why the task was rejected, even if removing the list fails too. */
    private void removeAgain(TaskList made, ClientWebApplicationException refusal) {
        try {
            tasks.deleteList(made.id(), made.version(), false);
        } catch (ClientWebApplicationException | Unfinished e) {
            refusal.addSuppressed(e);
        }
    }

    private NewTask task(FastAdd understood, UUID list, Filter here) {
        var due = due(understood, here);
        return new NewTask(
                understood.title(),
                list,
                due,
                priority(understood, here),
                tags(understood, here),
                repeat(understood.repeat(), due));
    }

    private static Repeat repeat(String rule, Due due) {
        return rule == null ? null : Repeat.beginning(due == null ? null : due.date(), rule, Repeat.FROM_DUE);
    }

    private Optional<ListSummary> list(FastAdd understood) {
        return Optional.ofNullable(understood.list())
                .flatMap(name ->
                        tasks.summary(preferences.zone()).listNamed(name).or(() -> inbox.called(name)));
    }

    private Due due(FastAdd understood, Filter here) {
        if (understood.date() == null) {
            return here.view() == View.TODAY ? Due.on(LocalDate.now(preferences.zone())) : null;
        }
        return understood.time() == null
                ? Due.on(understood.date())
                : Due.at(understood.date().atTime(understood.time()), preferences.zone());
    }

    private static Priority priority(FastAdd understood, Filter here) {
        return understood.priority() == null
                ? here.priority()
                : Priority.valueOf(understood.priority().name());
    }

    private static List<String> tags(FastAdd understood, Filter here) {
        return Stream.concat(understood.tags().stream(), here.tags().stream())
                .distinct()
                .toList();
    }

    private static String words(FastAdd understood, Piece.Kind kind) {
        return understood.pieces().stream()
                .filter(piece -> piece.kind() == kind)
                .map(Piece::words)
                .collect(Collectors.joining(" "));
    }

    private ZonedDateTime now() {
        return ZonedDateTime.now(preferences.zone());
    }
}
