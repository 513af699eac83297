package com.taskmaster.webapp.signin;

import com.taskmaster.webapp.audit.Audit;
import com.taskmaster.webapp.audit.Audit.Event;
import com.taskmaster.webapp.error.ErrorPage;
import com.taskmaster.webapp.error.ErrorPage.Kind;
import io.quarkus.logging.Log;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Rejects authorization responses at any URL but the redirect URI (RFC 6749 §4.1.2): the framework would complete the
 * flow at any of them and thus bypass the checks of {@link CallbackPage}.
 */
class AuthorizationResponses {

    private final String redirectPath;
    private final Audit audit;

    AuthorizationResponses(
            @ConfigProperty(name = "quarkus.oidc.authentication.redirect-path") String redirectPath, Audit audit) {
        this.redirectPath = redirectPath;
        this.audit = audit;
    }

    @ServerRequestFilter(preMatching = true, nonBlocking = true)
    Response refuseElsewhere(RoutingContext request) {
        if (request.request().path().equals(redirectPath) || !areForThisBrowser(request)) {
            return null;
        }
        Log.warnf("Authorization response rejected: it was not sent to %s", redirectPath);
        audit.write(Event.SIGN_IN_REFUSED, null);
        return ErrorPage.of(Status.BAD_REQUEST, Kind.SIGN_IN_FAILED).toResponse();
    }

    /**
     * Whether the browser has the cookie for the {@code state} of the response; a page may have an unrelated parameter
     * of that name.
     */
    static boolean areForThisBrowser(RoutingContext request) {
        return request.queryParam("state").stream().anyMatch(state -> BegunSignIns.contain(state, request));
    }
}
