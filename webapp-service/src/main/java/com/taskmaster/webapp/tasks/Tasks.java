package com.taskmaster.webapp.tasks;

import io.smallrye.faulttolerance.api.RetryWhen;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.EntityTag;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The tasks of the signed-in user. A read that fails is tried again at once; a change is sent once, because nobody can
 * tell whether one without an answer was made. An API that keeps failing is left alone for a while.
 */
@ApplicationScoped
class Tasks {

    private final TasksClient client;

    Tasks(@RestClient TasksClient client) {
        this.client = client;
    }

    RestResponse<List<Task>> list(String status, String sort, int limit, String cursor) {
        return repeated(() -> client.list(status, sort, limit, cursor));
    }

    TaskCounts count() {
        return repeated(client::count);
    }

    Task read(UUID id) {
        return repeated(() -> client.read(id));
    }

    Task create(UUID key, NewTask newTask) {
        return once(() -> client.create(key, newTask));
    }

    Task change(UUID id, EntityTag version, TaskChanges changes) {
        return once(() -> client.change(id, version, changes));
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
     * has no database; then one call finds out for everybody.
     */
    @CircuitBreaker(
            requestVolumeThreshold = 10,
            failureRatio = 0.5,
            delay = 5000,
            failOn = {ProcessingException.class, TasksApiFailure.class})
    <T> T once(Supplier<T> call) {
        return call.get();
    }

    public static final class Momentary implements Predicate<Throwable> {

        @Override
        public boolean test(Throwable e) {
            return e instanceof ProcessingException || e instanceof TasksApiFailure failure && failure.isMomentary();
        }
    }
}
