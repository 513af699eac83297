package com.taskmaster.tasks.limit;

import com.taskmaster.tasks.security.CurrentOwner;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Priorities;
import java.time.Duration;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Applies the owner's rate limit once the framework has checked token and scopes, before the body is read. */
class RateLimit {

    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final RateLimitSettings settings;
    private final TokenBuckets allowances;
    private final ConcurrentRequests underWay;
    private final CurrentOwner currentOwner;

    RateLimit(
            RateLimitSettings settings,
            TokenBuckets allowances,
            ConcurrentRequests underWay,
            CurrentOwner currentOwner) {
        this.settings = settings;
        this.allowances = allowances;
        this.underWay = underWay;
        this.currentOwner = currentOwner;
    }

    /** Skips public operations: their requests have no user yet, and asking for one would trigger authentication. */
    @ServerRequestFilter(nonBlocking = true, priority = Priorities.AUTHORIZATION)
    public void count(RoutingContext request) {
        if (isLimited(request)) {
            allowances.spend(currentOwner.get()).ifPresent(wait -> {
                throw new RateLimitExceeded(
                        "Too many requests were made in the name of this user; try again in " + wait.toSeconds() + " s",
                        wait);
            });
        }
    }

    /** Runs once the body has arrived, before the operation takes a thread. */
    @ServerRequestFilter(nonBlocking = true, priority = Priorities.USER)
    public void begin(RoutingContext request) {
        if (isLimited(request) && !underWay.begin(currentOwner.get(), request)) {
            throw new RateLimitExceeded("This user has the maximum number of concurrent requests", A_MOMENT);
        }
    }

    private boolean isLimited(RoutingContext request) {
        return settings.enabled() && request.user() != null;
    }
}
