package com.taskmaster.webapp.session;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http.QueryStringEncoder;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an authorization request has beyond the usual: what the Tasks API demands of the sign-in, and who is to do it. It went
 * through the browser, which keeps it until the answer: the person is told of it afterwards.
 */
public final class DemandedParameters {

    private static final String COOKIE = "q_demanded";
    private static final String STATE = "state";
    private static final Duration KEPT = Duration.ofMinutes(30);

    /** Beside it, a request has a cookie of each sign-in that was begun: a header that is too large is refused. */
    private static final int LONGEST = 1_000;

    private DemandedParameters() {}

    /** @param state of the request */
    public static void remember(String state, Map<String, String> parameters, RoutingContext request) {
        var kept = new QueryStringEncoder("");
        kept.addParam(STATE, state);
        parameters.forEach(kept::addParam);
        if (!parameters.isEmpty() && kept.toString().length() <= LONGEST) {
            set(kept.toString(), KEPT, request);
        }
    }

    /** Those of the request that is answered; the browser forgets them. */
    static Map<String, String> take(RoutingContext answer) {
        var cookie = answer.request().getCookie(COOKIE);
        if (cookie == null) {
            return Map.of();
        }
        set("", Duration.ZERO, answer);
        var parameters = new TreeMap<String, String>();
        new QueryStringDecoder(cookie.getValue())
                .parameters()
                .forEach((name, values) -> parameters.put(name, values.get(0)));
        return Optional.ofNullable(parameters.remove(STATE))
                        .filter(answer.queryParam(STATE)::contains)
                        .isPresent()
                ? parameters
                : Map.of();
    }

    private static void set(String value, Duration age, RoutingContext request) {
        request.response()
                .addCookie(Cookie.cookie(COOKIE, value)
                        .setPath("/")
                        .setHttpOnly(true)
                        .setSameSite(CookieSameSite.LAX)
                        .setMaxAge(age.toSeconds()));
    }
}
