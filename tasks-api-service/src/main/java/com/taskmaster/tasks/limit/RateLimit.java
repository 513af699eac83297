package com.taskmaster.tasks.limit;

import com.taskmaster.tasks.security.CurrentOwner;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Priorities;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Counts a request to its owner after the framework has checked its token and scopes, and before its body is read. */
class RateLimit {

    private final RateLimitSettings settings;
    private final Allowances allowances;
    private final CurrentOwner currentOwner;

    RateLimit(RateLimitSettings settings, Allowances allowances, CurrentOwner currentOwner) {
        this.settings = settings;
        this.allowances = allowances;
        this.currentOwner = currentOwner;
    }

    /** Operations for everybody never look at a token: there the request has no user yet, and asking would look for one. */
    @ServerRequestFilter(nonBlocking = true, priority = Priorities.AUTHORIZATION)
    public void count(RoutingContext request) {
        if (settings.enabled() && request.user() != null) {
            allowances.spend(currentOwner.get()).ifPresent(wait -> {
                throw new RateLimitExceeded(
                        "Too many requests were made in the name of this user; the next is welcome in "
                                + wait.toSeconds() + " s",
                        wait);
            });
        }
    }
}
