package com.taskmaster.webapp.health;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready once the provider's discovery document could be read and named the issuer that is configured (OpenID Connect
 * Discovery §4.3). An outage after that is reported but does not make this instance unready: pages that need no sign-in
 * and sessions with good tokens go on, and an outage would take every instance away at once.
 */
@Readiness
@ApplicationScoped
class OpenIdProviderCheck implements HealthCheck {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final String issuer;
    private final URI discovery;
    private final ObjectMapper json;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private volatile boolean ready;

    OpenIdProviderCheck(
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") String address,
            @ConfigProperty(name = "quarkus.oidc.token.issuer") Optional<String> issuer,
            ObjectMapper json) {
        this.issuer = issuer.orElse(address);
        this.discovery = URI.create(address.replaceFirst("/$", "") + "/.well-known/openid-configuration");
        this.json = json;
    }

    @Override
    public HealthCheckResponse call() {
        var announced = announcedIssuer();
        announced.ifPresent(name -> ready = isExpected(name));
        return HealthCheckResponse.named("OpenID provider")
                .withData("discovery", discovery.toString())
                .withData("reachable", announced.isPresent())
                .status(ready)
                .build();
    }

    private boolean isExpected(String announced) {
        if (!announced.equals(issuer)) {
            Log.errorf(
                    "The discovery document names the issuer %s, but quarkus.oidc.auth-server-url (or quarkus.oidc.token.issuer) is %s",
                    announced, issuer);
            return false;
        }
        return true;
    }

    /** @return nothing if the document cannot be read */
    private Optional<String> announcedIssuer() {
        var request = HttpRequest.newBuilder(discovery).timeout(TIMEOUT).build();
        try {
            var response = http.send(request, BodyHandlers.ofString());
            return response.statusCode() == 200
                    ? Optional.of(json.readTree(response.body()).path("issuer").asText())
                    : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.of("");
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
