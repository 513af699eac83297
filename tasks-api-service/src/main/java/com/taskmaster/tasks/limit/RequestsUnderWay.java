package com.taskmaster.tasks.limit;

import com.taskmaster.tasks.security.Owner;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What this instance is about to answer to whom: an answer that is read slowly holds a thread until it has been. */
@ApplicationScoped
class RequestsUnderWay {

    private final RateLimitSettings settings;
    private final Map<Owner, Set<HttpServerResponse>> answers = new HashMap<>();

    RequestsUnderWay(RateLimitSettings settings) {
        this.settings = settings;
    }

    /** @return whether this owner may have another one until it is answered, or its connection is closed */
    synchronized boolean begin(Owner owner, RoutingContext request) {
        var answer = request.response();
        var others = answers.computeIfAbsent(owner, first -> new HashSet<>());
        others.removeIf(RequestsUnderWay::isOver);
        if (others.size() >= settings.atOnce()) {
            return false;
        }
        others.add(answer);
        request.addEndHandler(over -> end(owner, answer));
        return true;
    }

    private synchronized void end(Owner owner, HttpServerResponse answer) {
        answers.computeIfPresent(owner, (same, others) -> others.remove(answer) && others.isEmpty() ? null : others);
    }

    /** A connection that was closed before it was looked at tells nobody any more. */
    private static boolean isOver(HttpServerResponse answer) {
        return answer.ended() || answer.closed();
    }
}
