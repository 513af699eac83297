package com.taskmaster.tasks.health;

import com.taskmaster.tasks.security.AccessTokenSettings;
import io.quarkus.cache.CacheResult;
import io.vertx.core.Vertx;
import io.vertx.core.net.PemTrustOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;
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
    private final HttpClient http;
    private volatile boolean reachedBefore;

    /** @param authority the file (PEM) of the private authority that the keys are read by, too */
    OpenIdProviderCheck(
            AccessTokenSettings accessTokens,
            @ConfigProperty(name = "smallrye.jwt.client.tls.certificate.path") Optional<String> authority,
            Vertx vertx) {
        this.accessTokens = accessTokens;
        var client = HttpClient.newBuilder().connectTimeout(TIMEOUT);
        authority.ifPresent(file -> client.sslContext(trusting(file, vertx)));
        this.http = client.build();
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

    private static SSLContext trusting(String authority, Vertx vertx) {
        try {
            var context = SSLContext.getInstance("TLS");
            var trust = new PemTrustOptions().addCertPath(authority).getTrustManagerFactory(vertx);
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
