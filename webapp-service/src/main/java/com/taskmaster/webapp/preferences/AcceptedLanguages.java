package com.taskmaster.webapp.preferences;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Forgets an {@code Accept-Language} that cannot be read: the framework would answer it with a failure, not with a page. */
@ApplicationScoped
class AcceptedLanguages {

    private static final int BEFORE_SIGN_IN = 9_000;

    /** RFC 9110 §12.5.4, and RFC 4647 §2.1 for the range. */
    private static final Pattern RANGE = Pattern.compile(
            "\\s*(\\*|[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8}){0,8})(\\s*;\\s*q=(0(\\.\\d{0,3})?|1(\\.0{0,3})?))?\\s*");

    void register(@Observes Filters filters) {
        filters.register(AcceptedLanguages::forgetUnreadable, BEFORE_SIGN_IN);
    }

    private static void forgetUnreadable(RoutingContext request) {
        var headers = request.request().headers();
        if (headers.getAll(HttpHeaders.ACCEPT_LANGUAGE).stream().anyMatch(header -> !isReadable(header))) {
            headers.remove(HttpHeaders.ACCEPT_LANGUAGE);
        }
        request.next();
    }

    private static boolean isReadable(String header) {
        return Stream.of(header.split(",", -1))
                .allMatch(range -> RANGE.matcher(range).matches());
    }
}
