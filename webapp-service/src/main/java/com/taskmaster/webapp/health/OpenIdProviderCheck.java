package com.taskmaster.webapp.health;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready once the provider's discovery document could be read. An outage after that is reported but does not make this
 * instance unready: pages that need no sign-in and sessions with good tokens go on, and an outage would take every
 * instance away at once.
 */
@Readiness
@ApplicationScoped
class OpenIdProviderCheck implements HealthCheck {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final URI discovery;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private volatile boolean reachedBefore;

    OpenIdProviderCheck(@ConfigProperty(name = "quarkus.oidc.auth-server-url") String issuer) {
        discovery = URI.create(issuer + "/.well-known/openid-configuration");
    }

    @Override
    public HealthCheckResponse call() {
        var reachable = isReachable();
        reachedBefore |= reachable;
        return HealthCheckResponse.named("OpenID provider")
                .withData("discovery", discovery.toString())
                .withData("reachable", reachable)
                .status(reachedBefore)
                .build();
    }

    private boolean isReachable() {
        var request = HttpRequest.newBuilder(discovery).timeout(TIMEOUT).build();
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
