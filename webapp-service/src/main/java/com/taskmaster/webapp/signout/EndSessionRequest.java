package com.taskmaster.webapp.signout;

import com.taskmaster.webapp.provider.OpenIdProvider;
import com.taskmaster.webapp.signin.Client;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.quarkus.oidc.common.runtime.OidcCommonUtils;
import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.oidc.runtime.TenantConfigBean;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Builds the URL that signs the user out at the provider as well (OpenID Connect RP-Initiated Logout §2). */
@ApplicationScoped
class EndSessionRequest {

    private static final String ID_TOKEN_HINT = "id_token_hint";
    private static final String LOGIN_HINT = "login_hint";

    /**
     * In characters: Entra ID rejects longer queries, and an ID token exceeds this if the user is in about twenty
     * groups.
     */
    private static final int LONGEST_QUERY = 2_000;

    private static final Duration TIME_TO_COME_BACK = Duration.ofMinutes(30);

    private final OpenIdProvider provider;
    private final Client client;
    private final TenantConfigBean tenants;
    private final String landing;

    EndSessionRequest(
            OpenIdProvider provider,
            Client client,
            TenantConfigBean tenants,
            @ConfigProperty(name = "quarkus.oidc.logout.post-logout-path") String landing) {
        this.provider = provider;
        this.client = client;
        this.tenants = tenants;
        this.landing = landing;
    }

    /**
     * For a user whose session ends now.
     *
     * @param request the framework's logout request
     * @return the same, or a shorter one if it is too long for providers
     */
    URI of(URI request) {
        return request.getRawQuery().length() <= LONGEST_QUERY ? request : withoutToken(request);
    }

    /**
     * The same with {@code client_id} instead of the ID token, and with {@code logout_hint} if the token has Entra ID's
     * optional claim {@code login_hint}.
     *
     * @param request the framework's logout request
     */
    URI withoutToken(URI request) {
        var token =
                new QueryStringDecoder(request).parameters().get(ID_TOKEN_HINT).get(0);
        var shorter =
                UriBuilder.fromUri(request).replaceQueryParam(ID_TOKEN_HINT).replaceQueryParam("client_id", "{client}");
        var person = OidcCommonUtils.decodeJwtContent(token).getString(LOGIN_HINT);
        return person == null
                ? shorter.build(client.id())
                : shorter.replaceQueryParam("logout_hint", "{person}").build(client.id(), person);
    }

    /**
     * For a user whose session has already ended, but who may still be signed in at the provider.
     *
     * @param base the base URL of this application
     * @return empty if the provider has no known end-session endpoint
     */
    Optional<URI> of(RoutingContext request, URI base) {
        return provider.endSessionEndpoint().map(endpoint -> {
            var state = UUID.randomUUID().toString();
            OidcUtils.createCookie(
                    request,
                    tenants.getDefaultTenant().oidcConfig(),
                    OidcUtils.POST_LOGOUT_COOKIE_NAME,
                    state,
                    TIME_TO_COME_BACK.toSeconds());
            return UriBuilder.fromUri(endpoint)
                    .queryParam("client_id", "{client}")
                    .queryParam("post_logout_redirect_uri", "{landing}")
                    .queryParam("state", state)
                    .build(client.id(), base.resolve(landing));
        });
    }
}
