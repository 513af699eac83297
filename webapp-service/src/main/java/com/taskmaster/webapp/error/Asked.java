package com.taskmaster.webapp.error;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Optional;

/** What was asked for, as far as the answer to a failure depends on it. */
@Named("asked")
@RequestScoped
class Asked {

    private final RoutingContext request;

    Asked(RoutingContext request) {
        this.request = request;
    }

    /** The page to ask for again, unless asking was to change something. */
    public Optional<String> page() {
        if (request.request().method() != HttpMethod.GET) {
            return Optional.empty();
        }
        var query = request.request().query();
        return Optional.of(request.normalizedPath() + (query == null ? "" : "?" + query));
    }
}
