package com.taskmaster.webapp.health;

import com.taskmaster.webapp.provider.OpenIdProvider;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready once the provider's discovery document could be read and named the issuer that is configured (OpenID Connect
 * Discovery §4.3). An outage after that, a page of whoever stands before the provider among them, is reported but does not
 * make this instance unready: pages that need no sign-in and sessions with good tokens go on, and an outage would take every
 * instance away at once.
 */
@Readiness
@ApplicationScoped
class OpenIdProviderCheck implements HealthCheck {

    private final String issuer;
    private final OpenIdProvider provider;
    private volatile boolean ready;

    OpenIdProviderCheck(
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") String address,
            @ConfigProperty(name = "quarkus.oidc.token.issuer") Optional<String> issuer,
            OpenIdProvider provider) {
        this.issuer = issuer.orElse(address);
        this.provider = provider;
    }

    @Override
    public HealthCheckResponse call() {
        var announced = provider.announcedIssuer();
        announced.ifPresent(name -> ready = isExpected(name));
        return HealthCheckResponse.named("OpenID provider")
                .withData("discovery", provider.discoveryAddress())
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
}
