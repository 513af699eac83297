package com.taskmaster.tasks.limit;

import com.taskmaster.tasks.security.Owner;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * How many answers this instance owes to whom: one that is read slowly holds a thread until it has been.
 *
 * <p>Ends are told by connections that hold their own lock, so nothing is asked of a connection while a count is changed.
 */
@ApplicationScoped
class RequestsUnderWay {

    private final int most;
    private final ConcurrentMap<Owner, Integer> counts = new ConcurrentHashMap<>();

    RequestsUnderWay(RateLimitSettings settings) {
        most = settings.atOnce();
    }

    /** @return whether this owner may have another one until it is answered, or its connection is closed */
    boolean begin(Owner owner, RoutingContext request) {
        if (counts.merge(owner, 1, Integer::sum) > most) {
            end(owner);
            return false;
        }
        var ended = new AtomicBoolean();
        request.addEndHandler(result -> endOnce(owner, ended));
        // A connection that was closed before does not tell its end any more.
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
