package com.taskmaster.tasks.limit;

import com.taskmaster.tasks.security.Owner;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Counts each owner's unanswered requests on this instance: a response that is read slowly holds a thread until it has
 * been.
 *
 * <p>End handlers run while the connection holds its lock, so no connection is called while a count is being updated.
 */
@ApplicationScoped
class ConcurrentRequests {

    private final int most;
    private final ConcurrentMap<Owner, Integer> counts = new ConcurrentHashMap<>();

    ConcurrentRequests(RateLimitSettings settings) {
        most = settings.atOnce();
    }

    /**
     * @return whether this owner may have another request; it counts until it is answered or its connection is closed
     */
    boolean begin(Owner owner, RoutingContext request) {
        if (counts.merge(owner, 1, Integer::sum) > most) {
            end(owner);
            return false;
        }
        var ended = new AtomicBoolean();
        request.addEndHandler(result -> endOnce(owner, ended));
        // An already closed connection no longer calls end handlers.
        if (request.response().closed()) {
            endOnce(owner, ended);
        }
        return true;
    }

    private void endOnce(Owner owner, AtomicBoolean ended) {
        if (ended.compareAndSet(false, true)) {
            end(owner);
        }
    }

    private void end(Owner owner) {
        counts.computeIfPresent(owner, (same, count) -> count == 1 ? null : count - 1);
    }
}
