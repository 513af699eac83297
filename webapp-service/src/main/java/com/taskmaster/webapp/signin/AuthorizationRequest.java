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
 * The framework's redirect to the provider (OpenID Connect Core §3.1.2.1), which comes back to the page that was asked
 * for.
 */
@ApplicationScoped
public class AuthorizationRequest {

    private static final String SCOPE = "scope";
    private static final String STATE = "state";
    private static final String LOGIN_HINT = "login_hint";

    /** Of the address to come back to: the framework puts it into a cookie, and browsers drop one of more than 4096 bytes. */
    private static final int LONGEST_ADDRESS = 2_000;

    private static final URI LOGIN = URI.create("/login");

    private final SignedInUser user;

    AuthorizationRequest(SignedInUser user) {
        this.user = user;
    }

    /**
     * For somebody who is not signed in. An address that is too long is left for that of the page alone. What has waited in a
     * form leads on from a page.
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
     * For somebody who is signed in, and stays so if it comes to nothing. What was granted before is asked for again: the
     * new sign-in replaces the one that has it.
     *
     * @param scope to be granted beyond the usual ones, as the Tasks API names it to be asked for; {@code null} for none
     * @param parameters to be added
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
            DemandedParameters.remember(parameter(STATE, location), Map.copyOf(added), request);
            added.put(SCOPE, String.join(" ", scopes));
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
        return new QueryStringDecoder(location).parameters().get(name).get(0);
    }

    /** A value goes in by a template: it may hold braces. */
    private static URI with(URI location, Map<String, String> parameters) {
        var builder = UriBuilder.fromUri(location);
        parameters.keySet().forEach(name -> builder.replaceQueryParam(name, "{" + name + "}"));
        return builder.buildFromMap(parameters);
    }
}
