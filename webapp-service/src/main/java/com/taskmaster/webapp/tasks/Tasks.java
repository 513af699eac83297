package com.taskmaster.webapp.tasks;

import io.smallrye.faulttolerance.api.RetryWhen;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response.Status;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.ClientWebApplicationException;

/**
 * The tasks of the signed-in user. A read that fails is tried again at once; a change is sent once, because nobody can
 * tell whether one without an answer was made. An API that keeps failing is left alone for a while.
 */
@ApplicationScoped
public class Tasks {

    private static final int MOST_AT_ONCE = 500;

    private final TasksClient client;
    private final DeletionClient deletions;

    Tasks(@RestClient TasksClient client, @RestClient DeletionClient deletions) {
        this.client = client;
        this.deletions = deletions;
    }

    public Page<Task> list(TaskQuery query) {
        return repeated(() -> Page.of(client.list(
                query.status(),
                query.due(),
                query.zone().getId(),
                query.list(),
                query.tags(),
                query.priority() == null ? null : query.priority().value(),
                query.search(),
                query.sort(),
                query.cursor(),
                query.limit())));
    }

    public Summary summary(ZoneId zone) {
        return repeated(() -> client.summary(zone.getId()));
    }

    /** @return nothing if there is no such task of this user */
    public Optional<Task> find(UUID id) {
        return found(() -> repeated(() -> client.read(id)));
    }

    /**
     * The changes of a task, the newest first.
     *
     * @param cursor where the page begins; {@code null}: with the last change
     * @return nothing if there is no such task of this user
     */
    public Optional<Page<Change>> history(UUID id, String cursor) {
        return found(() -> repeated(() -> Page.of(client.history(id, cursor))));
    }

    /** @param key the same key makes no second task; {@code null}: not to be recognised */
    public Task create(UUID key, NewTask newTask) {
        return once(() -> client.create(key, newTask));
    }

    /** @param zone that tells the day on which a task is completed, from which the next one may be counted */
    public Task change(UUID id, int version, TaskChanges changes, ZoneId zone) {
        return once(() -> client.change(id, zone.getId(), etag(version), changes));
    }

    /** For good: only what is in the trash is deleted like this. */
    public void delete(UUID id, int version) {
        once(() -> {
            client.delete(id, etag(version));
            return null;
        });
    }

    /** @throws Unfinished if some of it may be left */
    public void emptyTrash() {
        Unfinished.unlessConfirmed(() -> once(() -> {
            deletions.deleteAll("trashed");
            return null;
        }));
    }

    /**
     * All of them happen, or none; of more than {@value #MOST_AT_ONCE}, so many at once.
     *
     * @param operations each of another task
     * @param zone that tells the day on which a task is completed
     * @return what became of each
     * @throws PartlyCarriedOut if the first were carried out, and later ones are refused
     */
    public List<Outcome> carryOut(List<Operation> operations, ZoneId zone) {
        var outcomes = new ArrayList<Outcome>();
        for (var from = 0; from < operations.size(); from += MOST_AT_ONCE) {
            var part = operations.subList(from, Math.min(operations.size(), from + MOST_AT_ONCE));
            try {
                outcomes.addAll(once(() -> client.carryOut(zone.getId(), new TasksClient.Operations(part)))
                        .results());
            } catch (ClientWebApplicationException e) {
                throw isNotCarriedOut(e) && !outcomes.isEmpty() ? new PartlyCarriedOut(outcomes, e) : e;
            }
        }
        return outcomes;
    }

    /** For certain: refused for what it says, or for being too much at once, or the API says so. */
    private static boolean isNotCarriedOut(ClientWebApplicationException e) {
        return Refusal.isOfChanges(e)
                || e.getResponse().getStatus() == Status.TOO_MANY_REQUESTS.getStatusCode()
                || e instanceof TasksApiFailure failure && failure.hasChangedNothing();
    }

    /** @return what became of the task */
    public Outcome carryOut(Operation operation, ZoneId zone) {
        return carryOut(List.of(operation), zone).get(0);
    }

    public TaskList create(ListDetails list) {
        return once(() -> client.createList(list));
    }

    public void change(UUID list, int version, ListDetails changes) {
        once(() -> {
            client.changeList(list, etag(version), changes);
            return null;
        });
    }

    /** @param position lower comes first */
    public void move(UUID list, int version, double position) {
        once(() -> {
            client.moveList(list, etag(version), new TasksClient.ListPosition(position));
            return null;
        });
    }

    /**
     * @param trashTasks whether its tasks go to the trash, and not to the inbox
     * @throws Unfinished if some of them, and the list, may be left
     */
    public void deleteList(UUID list, int version, boolean trashTasks) {
        Unfinished.unlessConfirmed(() -> once(() -> {
            deletions.deleteList(list, etag(version), trashTasks ? "trash" : "move");
            return null;
        }));
    }

    private static EntityTag etag(int version) {
        return new EntityTag(Integer.toString(version));
    }

    private static <T> Optional<T> found(Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (ClientWebApplicationException e) {
            if (e.getResponse().getStatus() != 404) {
                throw e;
            }
            return Optional.empty();
        }
    }

    /**
     * Twice more bridges a restart behind a load balancer. After half a second nothing is begun anew, so a person waits
     * for one timeout, not for three.
     */
    @Retry(maxRetries = 2, delay = 100, jitter = 50, maxDuration = 500)
    @RetryWhen(exception = Momentary.class)
    <T> T repeated(Supplier<T> call) {
        return once(call);
    }

    /**
     * One circuit for all calls, because one service answers them. Five seconds is what the API itself asks for when it
     * has no database; then one call finds out for everybody. What one person's requests do to each other is left out.
     */
    @CircuitBreaker(
            requestVolumeThreshold = 10,
            failureRatio = 0.5,
            delay = 5000,
            failOn = {ProcessingException.class, TasksApiFailure.class},
            skipOn = TasksApiFailure.Contention.class)
    <T> T once(Supplier<T> call) {
        try {
            return call.get();
        } catch (TasksApiFailure e) {
            throw e.classified();
        }
    }

    public static final class Momentary implements Predicate<Throwable> {

        @Override
        public boolean test(Throwable e) {
            return e instanceof ProcessingException || e instanceof TasksApiFailure failure && failure.isMomentary();
        }
    }
}
