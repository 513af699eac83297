package com.taskmaster.tasks.health;

import com.taskmaster.tasks.security.AccessTokenSettings;
import com.taskmaster.tasks.security.ProviderKeys;
import io.quarkus.cache.CacheResult;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready once the provider's keys could be read. An outage after that, a page of whoever stands before the provider among
 * them, is reported but does not make this instance unready: tokens that are signed with known keys are still good, and an
 * outage would take every instance away at once.
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

    /** Remembered for some seconds: whoever may ask whether this instance is ready could else send as much to the provider. */
    @CacheResult(cacheName = "openid-provider")
    boolean isReachable() {
        return keys.arePublished();
    }
}
