package com.taskmaster.webapp.signin;

import com.taskmaster.webapp.request.Asked;
import com.taskmaster.webapp.session.DemandedParameters;
import com.taskmaster.webapp.session.RequestSession;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The framework's redirect to the provider (OpenID Connect Core §3.1.2.1). The user afterwards returns to the requested
 * page.
 */
@ApplicationScoped
public class AuthorizationRequest {

    private static final String SCOPE = "scope";
    private static final String STATE = "state";
    private static final String LOGIN_HINT = "login_hint";
    private static final String CLAIMS = "claims";

    /** Of the URL to return to: the framework stores it in a cookie, and browsers drop cookies of more than 4096 bytes. */
    private static final int LONGEST_ADDRESS = 2_000;

    /** The depth to which two values of {@code claims} are merged. */
    private static final int MEMBERS_AND_CLAIMS = 2;

    private static final URI LOGIN = URI.create("/login");

    private final SignedInUser user;

    AuthorizationRequest(SignedInUser user) {
        this.user = user;
    }

    /**
     * For users who are not signed in. A URL that is too long loses its query, or else gives way to the sign-in page's.
     * A waiting form continues from a page, not from a redirect.
     */
    public Uni<RestResponse<TemplateInstance>> begin(RoutingContext request) {
        return request.request().uri().length() <= LONGEST_ADDRESS
                ? challenge(request)
                        .map(challenge -> request.normalizedPath().equals(Asked.RESUME)
                                ? Onward.to(location(challenge))
                                : answer(challenge))
                : Uni.createFrom().item(() -> RestResponse.seeOther(shorter(request.normalizedPath())));
    }

    /**
     * For users who are signed in, and stay so if the new sign-in fails. Scopes granted before are requested again,
     * because the new session replaces the old one.
     *
     * @param scope the additional scope that the Tasks API demands, or {@code null}
     * @param parameters additional parameters; they replace configured ones, except for {@code claims}, which are merged
     */
    public Uni<RestResponse<TemplateInstance>> beginAgain(
            RoutingContext request, String scope, Map<String, String> parameters) {
        RequestSession.keep(request);
        return challenge(request).map(challenge -> {
            var location = location(challenge);
            var added = new HashMap<>(parameters);
            var scopes = new LinkedHashSet<>(names(parameter(SCOPE, location)));
            RequestSession.facts(request).granted().ifPresent(granted -> scopes.addAll(names(granted)));
            if (scope != null) {
                scopes.addAll(names(scope));
            }
            Optional.ofNullable(user.loginHint()).ifPresent(hint -> added.putIfAbsent(LOGIN_HINT, hint));
            added.put(SCOPE, String.join(" ", scopes));
            configured(CLAIMS, location)
                    .ifPresent(claims -> added.computeIfPresent(CLAIMS, (name, demanded) -> merged(claims, demanded)));
            DemandedParameters.remember(parameter(STATE, location), added, request);
            return Onward.to(with(location, added));
        });
    }

    private static URI shorter(String path) {
        return path.length() <= LONGEST_ADDRESS ? URI.create(path) : LOGIN;
    }

    private static Uni<ChallengeData> challenge(RoutingContext request) {
        BegunSignIns.makeRoomForOne(request);
        HttpAuthenticator authenticator = request.get(HttpAuthenticator.class.getName());
        return authenticator.getChallenge(request);
    }

    private static URI location(ChallengeData challenge) {
        return URI.create(challenge.getHeaders().get(HttpHeaders.LOCATION).toString());
    }

    private static RestResponse<TemplateInstance> answer(ChallengeData challenge) {
        var response = RestResponse.ResponseBuilder.<TemplateInstance>create(challenge.status);
        challenge.getHeaders().forEach((name, value) -> response.header(name.toString(), value));
        return response.build();
    }

    private static List<String> names(String scope) {
        return List.of(scope.split(" "));
    }

    private static String parameter(String name, URI location) {
        return configured(name, location).orElseThrow();
    }

    private static Optional<String> configured(String name, URI location) {
        return new QueryStringDecoder(location)
                .parameters().getOrDefault(name, List.of()).stream().findFirst();
    }

    /**
     * Requests the claims of both, for the ID token, UserInfo and the access token separately (OpenID Connect Core §5.5);
     * a claim in both is requested as demanded.
     */
    private static String merged(String configured, String demanded) {
        return new JsonObject(configured)
                .mergeIn(new JsonObject(demanded), MEMBERS_AND_CLAIMS)
                .encode();
    }

    /** Values are passed through a template because they may contain braces. */
    private static URI with(URI location, Map<String, String> parameters) {
        var builder = UriBuilder.fromUri(location);
        parameters.keySet().forEach(name -> builder.replaceQueryParam(name, "{" + name + "}"));
        return builder.buildFromMap(parameters);
    }
}
