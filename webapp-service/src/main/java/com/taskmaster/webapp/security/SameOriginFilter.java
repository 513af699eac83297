package com.taskmaster.webapp.security;

import com.taskmaster.webapp.error.ErrorPage;
import com.taskmaster.webapp.error.ErrorPage.Kind;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Rejects state-changing requests from other origins, by Fetch Metadata, or by {@code Origin} for browsers that do not
 * send it. A request with neither is rejected too: every browser in use sends one of them.
 */
class SameOriginFilter {

    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");

    /** Comes from the provider's server, and is signed. */
    private static final String BACK_CHANNEL_LOGOUT = "/logout/backchannel";

    @ServerRequestFilter(preMatching = true, nonBlocking = true)
    Response refuseOtherOrigins(ContainerRequestContext context, HttpServerRequest request) {
        if (SAFE_METHODS.contains(context.getMethod())
                || request.path().equals(BACK_CHANNEL_LOGOUT)
                || isFromSameOrigin(request)) {
            return null;
        }
        return ErrorPage.of(Status.FORBIDDEN, Kind.OTHER_ORIGIN).toResponse();
    }

    private static boolean isFromSameOrigin(HttpServerRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        return (request.scheme() + "://" + request.authority()).equals(request.getHeader("Origin"));
    }
}
