package com.taskmaster.tasks.health;

import com.taskmaster.tasks.security.AccessTokenSettings;
import com.taskmaster.tasks.security.ProviderKeys;
import io.quarkus.cache.CacheResult;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready once the provider's keys have been read. A later outage, even an error page from a proxy, is reported but does
 * not make this instance unready: tokens signed with known keys are still valid, and all instances would leave the load
 * balancer at once.
 */
@Readiness
@ApplicationScoped
class OpenIdProviderCheck implements HealthCheck {

    private final AccessTokenSettings accessTokens;
    private final ProviderKeys keys;
    private volatile boolean reachedBefore;

    OpenIdProviderCheck(AccessTokenSettings accessTokens, ProviderKeys keys) {
        this.accessTokens = accessTokens;
        this.keys = keys;
    }

    @Override
    public HealthCheckResponse call() {
        var reachable = isReachable();
        reachedBefore |= reachable;
        return HealthCheckResponse.named("OpenID provider")
                .withData("keySet", accessTokens.keySet().toString())
                .withData("reachable", reachable)
                .status(reachedBefore)
                .build();
    }

    /** Cached for some seconds: anyone who can call the readiness probe could otherwise flood the provider. */
    @CacheResult(cacheName = "openid-provider")
    boolean isReachable() {
        return keys.arePublished();
    }
}
