package com.taskmaster.kubernetes;

import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteFilter;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteMatch;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteRule;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The targets of an overlay's routes, a line for each host and path: {@code taskmaster.example.com/* webapp:8080}. */
final class Routes {

    private Routes() {}

    static Set<String> of(List<HTTPRoute> routes) {
        var lines = new TreeSet<String>();
        for (var route : routes) {
            for (var rule : route.getSpec().getRules()) {
                paths(rule).forEach(path -> route.getSpec()
                        .getHostnames()
                        .forEach(host -> lines.add(host + path + " " + String.join(" ", targets(rule)))));
            }
        }
        return lines;
    }

    private static Stream<String> paths(HTTPRouteRule rule) {
        return rule.getMatches().isEmpty()
                ? Stream.of("/*")
                : rule.getMatches().stream().map(Routes::path);
    }

    private static String path(HTTPRouteMatch match) {
        if (match.getPath() == null) {
            return "/*";
        }
        return switch (match.getPath().getType()) {
            case "PathPrefix" -> match.getPath().getValue() + "/*";
            case "Exact" -> match.getPath().getValue();
            default -> match.getPath().toString();
        };
    }

    private static List<String> targets(HTTPRouteRule rule) {
        return Stream.concat(
                        rule.getFilters().stream().map(Routes::filter),
                        rule.getBackendRefs().stream().map(backend -> backend.getName() + ":" + backend.getPort()))
                .toList();
    }

    private static String filter(HTTPRouteFilter filter) {
        var redirect = filter.getRequestRedirect();
        return redirect == null
                ? filter.toString()
                : redirect.getStatusCode() + " to " + redirect.getPath().getReplaceFullPath();
    }
}
