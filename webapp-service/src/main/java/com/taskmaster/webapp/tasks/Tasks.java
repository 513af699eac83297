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
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.ClientWebApplicationException;

/**
 * The tasks of the signed-in user. Failed reads are retried; changes are sent once, because a change without a response
 * may have been carried out. If the API keeps failing, it is not called for a while.
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

    /** @return empty if the user has no such task */
    public Optional<Task> find(UUID id) {
        return found(() -> repeated(() -> client.read(id)));
    }

    /**
     * The changes of a task, newest first.
     *
     * @param cursor where the page begins; {@code null}: with the latest change
     * @return empty if the user has no such task
     */
    public Optional<Page<Change>> history(UUID id, String cursor) {
        return found(() -> repeated(() -> Page.of(client.history(id, cursor))));
    }

    /** @param key a second request with the same key creates no second task; {@code null}: no such protection */
    public Task create(UUID key, NewTask newTask) {
        return once(() -> client.create(key, newTask));
    }

    /** @param zone decides on which day a task is completed, from which the next date may be counted */
    public Task change(UUID id, int version, TaskChanges changes, ZoneId zone) {
        return once(() -> client.change(id, zone.getId(), etag(version), changes));
    }

    /** Deletes a task for good; it must be in the trash. */
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
     * Carries out all operations or none, in batches of {@value #MOST_AT_ONCE}, each of which is atomic.
     *
     * @param operations at most one for each task
     * @param zone decides on which day a task is completed
     * @return the result of each
     * @throws PartlyCarriedOut if a batch was rejected, or not sent, after others had been carried out
     */
    public List<Outcome> carryOut(List<Operation> operations, ZoneId zone) {
        var outcomes = new ArrayList<Outcome>();
        for (var from = 0; from < operations.size(); from += MOST_AT_ONCE) {
            var part = operations.subList(from, Math.min(operations.size(), from + MOST_AT_ONCE));
            try {
                outcomes.addAll(once(() -> client.carryOut(zone.getId(), new TasksClient.Operations(part)))
                        .results());
            } catch (ClientWebApplicationException e) {
                throw isNotCarriedOut(e) && !outcomes.isEmpty() ? PartlyCarriedOut.refused(outcomes, e) : e;
            } catch (CircuitBreakerOpenException e) {
                throw outcomes.isEmpty() ? e : PartlyCarriedOut.notSent(outcomes, e);
            }
        }
        return outcomes;
    }

    /** Certain if the batch was rejected for its content or by rate limiting, or if the API says so. */
    private static boolean isNotCarriedOut(ClientWebApplicationException e) {
        return Refusal.isOfChanges(e)
                || e.getResponse().getStatus() == Status.TOO_MANY_REQUESTS.getStatusCode()
                || e instanceof TasksApiFailure failure && failure.hasChangedNothing();
    }

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
     * Two retries bridge a restart behind a load balancer. None is started after half a second, so users wait for one
     * timeout, not for three.
     */
    @Retry(maxRetries = 2, delay = 100, jitter = 50, maxDuration = 500)
    @RetryWhen(exception = Momentary.class)
    <T> T repeated(Supplier<T> call) {
        return once(call);
    }

    /**
     * One circuit breaker for all calls, because one service answers them. Its delay of five seconds is what the API
     * asks for when it has no database; after that, one call tries on behalf of all. Contention between one user's
     * requests does not count.
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
