package com.taskmaster.webapp.resume;

import com.taskmaster.webapp.resume.Demand.Kind;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a request says of the sign-ins that it has waited for: each kind may come once, or it could go on for ever. */
final class Resumption {

    private Resumption() {}

    static boolean isMet(Kind demand, RoutingContext request) {
        var met = request.queryParam(Interruptions.RESUMED);
        return met.contains(name(demand)) || met.contains(Interruptions.FOR_GOOD);
    }

    /** @return the path with its query, for another attempt after this demand was met, too */
    static String after(Kind demand, RoutingContext request) {
        return address(
                request, Stream.concat(parameters(request), Stream.of(Interruptions.RESUMED + "=" + name(demand))));
    }

    /** @return the path with its query, as if nothing had been met yet */
    static String anew(RoutingContext request) {
        return address(request, parameters(request).filter(pair -> !pair.startsWith(Interruptions.RESUMED + "=")));
    }

    private static String address(RoutingContext request, Stream<String> parameters) {
        var query = parameters.collect(Collectors.joining("&"));
        return request.normalizedPath() + (query.isEmpty() ? "" : "?" + query);
    }

    private static Stream<String> parameters(RoutingContext request) {
        var query = request.request().query();
        return query == null ? Stream.empty() : Arrays.stream(query.split("&"));
    }

    private static String name(Kind demand) {
        return demand.name().toLowerCase(Locale.ROOT);
    }
}
