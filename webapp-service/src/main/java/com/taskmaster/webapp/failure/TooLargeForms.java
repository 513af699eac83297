package com.taskmaster.webapp.failure;

import com.taskmaster.webapp.error.ErrorPage;
import com.taskmaster.webapp.error.ErrorPage.Kind;
import com.taskmaster.webapp.request.Forms;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Says so where a form was larger than what it could be for. */
class TooLargeForms {

    @ServerRequestFilter(preMatching = true)
    Response refuse(RoutingContext request) {
        return Forms.wasTooLarge(request)
                ? ErrorPage.of(Status.REQUEST_ENTITY_TOO_LARGE, Kind.TOO_LARGE).toResponse()
                : null;
    }
}
