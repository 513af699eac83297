package com.taskmaster.webapp.provider;

import io.quarkus.arc.Unremovable;
import io.quarkus.logging.Log;
import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.common.OidcEndpoint;
import io.quarkus.oidc.common.OidcEndpoint.Type;
import io.quarkus.oidc.common.OidcResponseFilter;
import io.quarkus.runtime.LaunchMode;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Rejects a discovery document that does not name the configured issuer (OpenID Connect Discovery §4.3), or whose
 * endpoints are not protected by TLS (OpenID Connect Discovery §3, RFC 6749 §3.1 and §3.2). Such endpoints would
 * otherwise receive users and the client's credential, and such an issuer's ID tokens would be trusted.
 */
@Unremovable
@ApplicationScoped
@OidcEndpoint(Type.DISCOVERY)
public class DiscoveryDocuments implements OidcResponseFilter {

    private static final String ISSUER = "issuer";

    private static final List<String> ENDPOINTS = List.of(
            "authorization_endpoint", "token_endpoint", "jwks_uri", "end_session_endpoint", "revocation_endpoint");

    private final String issuer;
    private final boolean inProduction;
    private volatile Optional<String> rejected = Optional.empty();

    DiscoveryDocuments(
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") String address,
            @ConfigProperty(name = "quarkus.oidc.token.issuer") Optional<String> issuer,
            LaunchMode mode) {
        this.issuer = issuer.orElse(address);
        this.inProduction = mode == LaunchMode.NORMAL;
    }

    @Override
    public Uni<Void> filter(OidcResponseFilterContext response) {
        return response.statusCode() != 200
                        || accept(parse(String.valueOf(response.responseBody())).orElseGet(JsonObject::new))
                ? Uni.createFrom().voidItem()
                : Uni.createFrom().failure(new RejectedDocument());
    }

    /** Whether this document is accepted; logs an error if not. */
    public boolean accept(JsonObject document) {
        rejected = isOfTheIssuer(document) ? unprotectedEndpoint(document) : Optional.of(ISSUER);
        return rejected.isEmpty();
    }

    /** The name of the metadata for which the last document was rejected; empty if it was accepted. */
    public Optional<String> rejectedMetadata() {
        return rejected;
    }

    private boolean isOfTheIssuer(JsonObject document) {
        var named = document.getString(ISSUER, "nobody");
        var expected = named.equals(issuer);
        if (!expected) {
            Log.errorf(
                    "The discovery document names %s as its issuer, but quarkus.oidc.auth-server-url (or quarkus.oidc.token.issuer) is %s",
                    named, issuer);
        }
        return expected;
    }

    private Optional<String> unprotectedEndpoint(JsonObject document) {
        var unprotected = ENDPOINTS.stream()
                .filter(name -> document.getValue(name) != null)
                .filter(name -> inProduction && !isProtected(document.getValue(name)))
                .findFirst();
        unprotected.ifPresent(name -> Log.errorf(
                "The discovery document names %s as its %s, which must be a URL with https (http only on this machine)",
                document.getValue(name), name));
        return unprotected;
    }

    private static boolean isProtected(Object endpoint) {
        try {
            return ProviderAddress.isProtected(new URI(String.valueOf(endpoint)));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** @return empty if this is not a discovery document */
    static Optional<JsonObject> parse(String document) {
        try {
            return Optional.of(new JsonObject(document)).filter(json -> json.getValue(ISSUER) instanceof String);
        } catch (DecodeException e) {
            return Optional.empty();
        }
    }

    /** Without a stack trace, which the framework would log: the fault is in the configuration, not in the code. */
    private static class RejectedDocument extends OIDCException {

        private static final long serialVersionUID = 1;

        RejectedDocument() {
            super("The discovery document is rejected");
        }

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }
}
