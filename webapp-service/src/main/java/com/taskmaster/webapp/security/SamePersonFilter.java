package com.taskmaster.webapp.security;

import com.taskmaster.webapp.error.ErrorPage;
import com.taskmaster.webapp.error.ErrorPage.Kind;
import com.taskmaster.webapp.request.Asked;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Rejects requests from a page that was rendered for another user: it may still be open after somebody else has signed
 * in. The page's scripts name its user in a header.
 */
class SamePersonFilter {

    private static final String SHOWN_TO = "Shown-To";

    private final Asked asked;

    SamePersonFilter(Asked asked) {
        this.asked = asked;
    }

    @ServerRequestFilter(nonBlocking = true)
    Response refuseOthers(HttpServerRequest request) {
        return asked.isForAnother(request.getHeader(SHOWN_TO))
                ? ErrorPage.of(Status.CONFLICT, Kind.OTHER_PERSON).toResponse()
                : null;
    }
}
