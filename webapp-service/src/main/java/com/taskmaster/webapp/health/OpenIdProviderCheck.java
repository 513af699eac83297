package com.taskmaster.webapp.health;

import com.taskmaster.webapp.provider.DiscoveryDocuments;
import com.taskmaster.webapp.provider.OpenIdProvider;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready once the provider's discovery document has been read and accepted; otherwise the response names the metadata for
 * which it was rejected. A later outage, or a proxy's error page in place of the provider, is reported but does not make this instance
 * unready: public pages and sessions with valid tokens still work, and an outage would remove all instances at once.
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
        var document = provider.discoveryDocument();
        document.ifPresent(read -> ready = documents.accept(read));
        var response = HealthCheckResponse.named("OpenID provider")
                .withData("discovery", provider.discoveryAddress())
                .withData("reachable", document.isPresent())
                .status(ready);
        documents.rejectedMetadata().ifPresent(metadata -> response.withData("rejected", metadata));
        return response.build();
    }
}
