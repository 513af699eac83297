package com.taskmaster.webapp.health;

import com.taskmaster.webapp.provider.DiscoveryDocuments;
import com.taskmaster.webapp.provider.OpenIdProvider;
import jakarta.enterprise.context.ApplicationScoped;
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

    private final OpenIdProvider provider;
    private final DiscoveryDocuments documents;
    private volatile boolean ready;

    OpenIdProviderCheck(OpenIdProvider provider, DiscoveryDocuments documents) {
        this.provider = provider;
        this.documents = documents;
    }

    @Override
    public HealthCheckResponse call() {
        var announced = provider.announcedIssuer();
        announced.ifPresent(name -> ready = documents.areOf(name));
        return HealthCheckResponse.named("OpenID provider")
                .withData("discovery", provider.discoveryAddress())
                .withData("reachable", announced.isPresent())
                .status(ready)
                .build();
    }
}
