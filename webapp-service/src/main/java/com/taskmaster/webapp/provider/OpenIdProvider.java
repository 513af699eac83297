package com.taskmaster.webapp.provider;

import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.common.runtime.OidcCommonUtils;
import io.quarkus.oidc.runtime.OidcProvider;
import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.oidc.runtime.TenantConfigContext;
import io.quarkus.oidc.runtime.TokenVerificationResult;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.UnresolvableKeyException;

/** The provider, with the metadata and keys that the framework has read. Methods may block. */
@ApplicationScoped
public class OpenIdProvider {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration TIME_TO_REVOKE = Duration.ofSeconds(2);
    private static final Duration TIME_TO_DISCOVER = Duration.ofSeconds(2);
    private static final String SENDS_ISSUER = "authorization_response_iss_parameter_supported";

    private final TenantConfigBean tenants;

    OpenIdProvider(TenantConfigBean tenants) {
        this.tenants = tenants;
    }

    /** The issuer identifier (OpenID Connect Discovery §2). */
    public String issuer() {
        return metadata().getIssuer();
    }

    /** The URL of the discovery document (OpenID Connect Discovery §4). */
    public String discoveryAddress() {
        return configuredAddress().replaceFirst("/$", "") + "/.well-known/openid-configuration";
    }

    /** The discovery document, read afresh; empty if it cannot be read. */
    public Optional<JsonObject> discoveryDocument() {
        return tenants.getDefaultTenant()
                .initialize()
                .chain(tenant -> tenant.getOidcProviderClient()
                        .getWebClient()
                        .getAbs(discoveryAddress())
                        .send())
                .map(OpenIdProvider::document)
                .ifNoItem()
                .after(TIME_TO_DISCOVER)
                .recoverWithItem(Optional.empty())
                .onFailure()
                .recoverWithItem(Optional.empty())
                .await()
                .indefinitely();
    }

    private static Optional<JsonObject> document(HttpResponse<Buffer> answer) {
        return answer.statusCode() == 200 ? DiscoveryDocuments.parse(answer.bodyAsString()) : Optional.empty();
    }

    /** The origin of the provider's sign-in page (RFC 6454). */
    public String origin() {
        return origin(metadata().getAuthorizationUri());
    }

    /**
     * The origins of all pages of the provider that users are redirected to. They may differ from the issuer's origin,
     * which is the only one known until the metadata has been read. Does not block.
     */
    public Set<String> origins() {
        var tenant = tenants.getDefaultTenant();
        var addresses = Stream.of(configuredAddress());
        if (tenant.ready()) {
            var metadata = tenant.getOidcMetadata();
            addresses =
                    Stream.concat(addresses, Stream.of(metadata.getAuthorizationUri(), metadata.getEndSessionUri()));
        }
        return addresses
                .filter(Objects::nonNull)
                .map(OpenIdProvider::origin)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The end-session endpoint (OpenID Connect RP-Initiated Logout §2.1); empty if none is known. Does not block. */
    public Optional<URI> endSessionEndpoint() {
        var tenant = tenants.getDefaultTenant();
        return tenant.ready()
                ? Optional.ofNullable(tenant.getOidcMetadata().getEndSessionUri())
                        .map(URI::create)
                : Optional.empty();
    }

    public String authorizationEndpoint() {
        return metadata().getAuthorizationUri();
    }

    public String tokenEndpoint() {
        return metadata().getTokenUri();
    }

    /** Whether authorization responses contain {@code iss} (RFC 9207 §3). */
    public boolean sendsIssuer() {
        return Boolean.parseBoolean(metadata().get(SENDS_ISSUER));
    }

    /** Revokes the token if the provider has a revocation endpoint (RFC 7009). */
    public void revokeRefreshToken(String token) {
        context().getOidcProviderClient().revokeRefreshToken(token).await().atMost(TIME_TO_REVOKE);
    }

    /**
     * Verifies a logout token's signature, issuer, audience and times; fetches the signing key if it is not known yet.
     *
     * @return the claims; empty if the token is not valid
     * @throws ProviderUnavailable if the key cannot be fetched
     */
    public Optional<JsonObject> claimsOfLogoutToken(String token) {
        return verify(context().provider(), token)
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .map(verified -> Optional.of(OidcCommonUtils.decodeJwtContent(token)))
                .onFailure(InvalidJwtException.class)
                .recoverWithItem(Optional.empty())
                .onFailure()
                .transform(failure -> new ProviderUnavailable("The provider's keys cannot be read", failure))
                .await()
                .indefinitely();
    }

    private static Uni<TokenVerificationResult> verify(OidcProvider provider, String token) {
        try {
            return Uni.createFrom().item(provider.verifyJwtToken(token, true, false, null));
        } catch (InvalidJwtException e) {
            return e.getCause() instanceof UnresolvableKeyException
                    ? provider.refreshJwksAndVerifyJwtToken(token, true, false, null)
                    : Uni.createFrom().failure(e);
        }
    }

    private static String origin(String address) {
        var uri = URI.create(address);
        return uri.getScheme() + "://" + uri.getAuthority();
    }

    private String configuredAddress() {
        return tenants.getDefaultTenant().oidcConfig().authServerUrl().orElseThrow();
    }

    private OidcConfigurationMetadata metadata() {
        return context().getOidcMetadata();
    }

    private TenantConfigContext context() {
        try {
            return tenants.getDefaultTenant().initialize().await().atMost(PATIENCE);
        } catch (OIDCException | TimeoutException e) {
            throw new ProviderUnavailable("The provider's metadata cannot be read", e);
        }
    }
}
