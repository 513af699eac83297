package com.taskmaster.webapp.signin;

import com.taskmaster.webapp.session.RequestSession;
import com.taskmaster.webapp.settings.SignInSettings;
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
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The framework's redirect to the provider (OpenID Connect Core §3.1.2.1), which comes back to the page that was asked
 * for.
 */
@ApplicationScoped
public class AuthorizationRequest {

    private static final String SCOPE = "scope";

    private final String scopePrefix;

    AuthorizationRequest(SignInSettings settings) {
        scopePrefix = settings.scopePrefix().orElse("");
    }

    /** For somebody who is not signed in. */
    public Uni<RestResponse<TemplateInstance>> begin(RoutingContext request) {
        return challenge(request).map(AuthorizationRequest::answer);
    }

    /**
     * For somebody who is signed in, and stays so if it comes to nothing.
     *
     * @param scope of the Tasks API, to be granted beyond the usual ones; {@code null} for none
     * @param parameters to be added
     */
    public Uni<RestResponse<TemplateInstance>> beginAgain(
            RoutingContext request, String scope, Map<String, String> parameters) {
        RequestSession.keep(request);
        return challenge(request).map(challenge -> {
            var location =
                    URI.create(challenge.getHeaders().get(HttpHeaders.LOCATION).toString());
            var added = new HashMap<>(parameters);
            if (scope != null) {
                added.put(SCOPE, usualScope(location) + " " + prefixed(scope));
            }
            return RestResponse.seeOther(with(location, added));
        });
    }

    private static Uni<ChallengeData> challenge(RoutingContext request) {
        HttpAuthenticator authenticator = request.get(HttpAuthenticator.class.getName());
        return authenticator.getChallenge(request);
    }

    private static RestResponse<TemplateInstance> answer(ChallengeData challenge) {
        var response = RestResponse.ResponseBuilder.<TemplateInstance>create(challenge.status);
        challenge.getHeaders().forEach((name, value) -> response.header(name.toString(), value));
        return response.build();
    }

    private String prefixed(String scope) {
        return Arrays.stream(scope.split(" ")).map(scopePrefix::concat).collect(Collectors.joining(" "));
    }

    private static String usualScope(URI location) {
        return new QueryStringDecoder(location).parameters().get(SCOPE).get(0);
    }

    /** A value goes in by a template: it may hold braces. */
    private static URI with(URI location, Map<String, String> parameters) {
        var builder = UriBuilder.fromUri(location);
        parameters.keySet().forEach(name -> builder.replaceQueryParam(name, "{" + name + "}"));
        return builder.buildFromMap(parameters);
    }
}
