package com.taskmaster.tasks.http;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses unknown query parameters, and repeated ones that may not be repeated. */
class KnownQuery {

    private static final Set<String> NONE = Set.of();

    /** @throws InvalidParameter naming the parameter */
    @ServerRequestFilter(nonBlocking = true, priority = Priorities.HEADER_DECORATOR)
    public void check(ResourceInfo operation, UriInfo request) {
        var query = request.getQueryParameters();
        if (query.isEmpty()) {
            return;
        }
        var names = operation.getResourceMethod().getAnnotation(QueryNames.class);
        var single = names == null ? NONE : Set.of(names.value());
        var repeatable = names == null ? NONE : Set.of(names.repeatable());
        query.forEach((name, values) -> {
            if (!single.contains(name) && !repeatable.contains(name)) {
                throw new InvalidParameter(name, "is not a parameter of this operation");
            }
            if (values.size() > 1 && !repeatable.contains(name)) {
                throw new InvalidParameter(name, "must not be repeated");
            }
        });
    }
}
