package com.taskmaster.webapp.signout;

import com.taskmaster.webapp.provider.OpenIdProvider;
import com.taskmaster.webapp.signin.Client;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.quarkus.oidc.common.runtime.OidcCommonUtils;
import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.oidc.runtime.TenantConfigContext;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What leads the browser to the provider, to sign out there, too (OpenID Connect RP-Initiated Logout §2). */
@ApplicationScoped
class EndSessionRequest {

    private static final String ID_TOKEN_HINT = "id_token_hint";
    private static final String LOGIN_HINT = "login_hint";

    /** Characters: Entra ID refuses a query of more than about that, which the ID token of a member of twenty groups is. */
    private static final int LONGEST_HINT = 2_000;

    private static final Duration TIME_TO_COME_BACK = Duration.ofMinutes(30);

    private final OpenIdProvider provider;
    private final Client client;
    private final String landing;

    EndSessionRequest(
            OpenIdProvider provider,
            Client client,
            @ConfigProperty(name = "quarkus.oidc.logout.post-logout-path") String landing) {
        this.provider = provider;
        this.client = client;
        this.landing = landing;
    }

    /**
     * For who had a session until now.
     *
     * @param request of the framework; one with a longer ID token than providers take names the client instead, and the person
     *     as the token says (OpenID Connect Core §2, Entra ID's optional claim {@code login_hint})
     */
    URI of(URI request) {
        var hint =
                new QueryStringDecoder(request).parameters().get(ID_TOKEN_HINT).get(0);
        if (hint.length() <= LONGEST_HINT) {
            return request;
        }
        var shorter =
                UriBuilder.fromUri(request).replaceQueryParam(ID_TOKEN_HINT).replaceQueryParam("client_id", "{client}");
        var person = OidcCommonUtils.decodeJwtContent(hint).getString(LOGIN_HINT);
        return person == null
                ? shorter.build(client.id())
                : shorter.replaceQueryParam("logout_hint", "{person}").build(client.id(), person);
    }

    /**
     * For who has none any more, and may still be signed in there.
     *
     * @param base of this application's addresses
     * @return nothing where the provider is not known to have a page for it
     */
    Optional<URI> of(RoutingContext request, URI base) {
        return provider.endSessionEndpoint().map(endpoint -> {
            var state = UUID.randomUUID().toString();
            TenantConfigContext tenant = request.get(TenantConfigContext.class.getName());
            OidcUtils.createCookie(
                    request,
                    tenant.oidcConfig(),
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
