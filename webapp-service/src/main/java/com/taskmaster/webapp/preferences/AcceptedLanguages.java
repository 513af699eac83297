package com.taskmaster.webapp.preferences;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Drops an {@code Accept-Language} header that is malformed or expensive to parse: the framework would fail on the
 * first without an error page, and respond slowly to the second.
 */
@ApplicationScoped
class AcceptedLanguages {

    private static final int BEFORE_SIGN_IN = 9_000;

    /**
     * Far more than browsers send. Each range is compared with all others and compiled to a pattern, so thousands of
     * them would keep a CPU busy for a client that has not even signed in.
     */
    private static final int LONGEST = 500;

    /** RFC 9110 §12.5.4, with ranges as in RFC 4647 §2.1. */
    private static final Pattern RANGE = Pattern.compile(
            "\\s*(\\*|[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8}){0,8})(\\s*;\\s*q=(0(\\.\\d{0,3})?|1(\\.0{0,3})?))?\\s*");

    void register(@Observes Filters filters) {
        filters.register(AcceptedLanguages::forgetUnreadable, BEFORE_SIGN_IN);
    }

    private static void forgetUnreadable(RoutingContext request) {
        var headers = request.request().headers();
        if (!isReadable(String.join(",", headers.getAll(HttpHeaders.ACCEPT_LANGUAGE)))) {
            headers.remove(HttpHeaders.ACCEPT_LANGUAGE);
        }
        request.next();
    }

    /** @param header all field lines joined (RFC 9110 §5.3) */
    static boolean isReadable(String header) {
        return header.length() <= LONGEST
                && Stream.of(header.split(",", -1))
                        .allMatch(range -> RANGE.matcher(range).matches());
    }
}
