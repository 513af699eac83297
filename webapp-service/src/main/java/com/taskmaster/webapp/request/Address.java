package com.taskmaster.webapp.request;

import io.quarkus.qute.TemplateData;
import io.vertx.ext.web.RoutingContext;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The URL of a page on this origin: an encoded path, optionally with a query. */
@TemplateData
public record Address(String value) {

    public static Address of(RoutingContext request) {
        var query = request.request().query();
        return new Address(request.normalizedPath() + (query == null ? "" : "?" + query));
    }

    /** @param parameter a name that needs no encoding; nor may its value */
    public Address with(String parameter, String parameterValue) {
        return new Address(value + (value.contains("?") ? "&" : "?") + parameter + "=" + parameterValue);
    }

    /** Removes all occurrences of the parameter. */
    public Address without(String parameter) {
        var parts = value.split("\\?", 2);
        var query = Stream.of(parts)
                .skip(1)
                .flatMap(pairs -> Stream.of(pairs.split("&")))
                .filter(pair -> !pair.isEmpty() && !pair.startsWith(parameter + "="))
                .collect(Collectors.joining("&"));
        return new Address(parts[0] + (query.isEmpty() ? "" : "?" + query));
    }
}
