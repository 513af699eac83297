package com.taskmaster.tasks.limit;

import com.taskmaster.tasks.security.CurrentOwner;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Priorities;
import java.time.Duration;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Counts a request to its owner after the framework has checked its token and scopes, and before its body is read. */
class RateLimit {

    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final RateLimitSettings settings;
    private final Allowances allowances;
    private final RequestsUnderWay underWay;
    private final CurrentOwner currentOwner;

    RateLimit(RateLimitSettings settings, Allowances allowances, RequestsUnderWay underWay, CurrentOwner currentOwner) {
        this.settings = settings;
        this.allowances = allowances;
        this.underWay = underWay;
        this.currentOwner = currentOwner;
    }

    /** Operations for everybody never look at a token: there the request has no user yet, and asking would look for one. */
    @ServerRequestFilter(nonBlocking = true, priority = Priorities.AUTHORIZATION)
    public void count(RoutingContext request) {
        if (isLimited(request)) {
            allowances.spend(currentOwner.get()).ifPresent(wait -> {
                throw new RateLimitExceeded(
                        "Too many requests were made in the name of this user; the next is welcome in "
                                + wait.toSeconds() + " s",
                        wait);
            });
        }
    }

    /** Once its body has come, and before it takes a thread. */
    @ServerRequestFilter(nonBlocking = true, priority = Priorities.USER)
    public void begin(RoutingContext request) {
        if (isLimited(request) && !underWay.begin(currentOwner.get(), request)) {
            throw new RateLimitExceeded(
                    "As many requests of this user are under way as may be at the same time", A_MOMENT);
        }
    }

    private boolean isLimited(RoutingContext request) {
        return settings.enabled() && request.user() != null;
    }
}
