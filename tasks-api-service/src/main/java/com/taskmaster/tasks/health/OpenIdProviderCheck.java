package com.taskmaster.tasks.health;

import com.taskmaster.tasks.security.AccessTokenSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready once the provider's keys could be read. An outage after that is reported but does not make this instance
 * unready: tokens that are signed with known keys are still good, and an outage would take every instance away at once.
 */
@Readiness
@ApplicationScoped
class OpenIdProviderCheck implements HealthCheck {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final AccessTokenSettings accessTokens;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private volatile boolean reachedBefore;

    OpenIdProviderCheck(AccessTokenSettings accessTokens) {
        this.accessTokens = accessTokens;
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

    private boolean isReachable() {
        var request =
                HttpRequest.newBuilder(accessTokens.keySet()).timeout(TIMEOUT).build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
