package com.taskmaster.webapp.provider;

import io.quarkus.arc.Unremovable;
import io.quarkus.logging.Log;
import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.common.OidcEndpoint;
import io.quarkus.oidc.common.OidcEndpoint.Type;
import io.quarkus.oidc.common.OidcResponseFilter;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Rejects a discovery document that does not name the configured issuer (OpenID Connect Discovery §4.3). Its endpoints
 * would otherwise receive users and the client's credential, and its issuer's ID tokens would be trusted.
 */
@Unremovable
@ApplicationScoped
@OidcEndpoint(Type.DISCOVERY)
public class DiscoveryDocuments implements OidcResponseFilter {

    private final String issuer;

    DiscoveryDocuments(
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") String address,
            @ConfigProperty(name = "quarkus.oidc.token.issuer") Optional<String> issuer) {
        this.issuer = issuer.orElse(address);
    }

    @Override
    public Uni<Void> filter(OidcResponseFilterContext response) {
        return response.statusCode() != 200
                        || areOf(issuerNamedBy(String.valueOf(response.responseBody()))
                                .orElse("nobody"))
                ? Uni.createFrom().voidItem()
                : Uni.createFrom().failure(new AnotherIssuer());
    }

    /** Whether documents that name this issuer are accepted; logs an error if not. */
    public boolean areOf(String named) {
        var expected = named.equals(issuer);
        if (!expected) {
            Log.errorf(
                    "The discovery document names %s as its issuer, but quarkus.oidc.auth-server-url (or quarkus.oidc.token.issuer) is %s",
                    named, issuer);
        }
        return expected;
    }

    /** @return empty if this is not a discovery document */
    static Optional<String> issuerNamedBy(String document) {
        try {
            return new JsonObject(document).getValue("issuer") instanceof String issuer
                    ? Optional.of(issuer)
                    : Optional.empty();
        } catch (DecodeException e) {
            return Optional.empty();
        }
    }

    /** Without a stack trace, which the framework would log: the fault is in the configuration, not in the code. */
    private static class AnotherIssuer extends OIDCException {

        private static final long serialVersionUID = 1;

        AnotherIssuer() {
            super("The discovery document is of another issuer");
        }

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }
}
