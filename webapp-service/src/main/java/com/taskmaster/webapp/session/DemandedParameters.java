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
 * The additional parameters of an authorization request: what the Tasks API demanded of the sign-in, and the login
 * hint. They are not secret, as they went through the browser, which stores them until the response so that users can
 * be shown them afterwards.
 */
public final class DemandedParameters {

    private static final String COOKIE = "q_demanded";
    private static final String STATE = "state";
    private static final Duration KEPT = Duration.ofMinutes(30);

    /** The request also has a cookie for each sign-in begun, and a header that is too large is rejected. */
    private static final int LONGEST = 1_000;

    private DemandedParameters() {}

    /** @param state the {@code state} of the authorization request */
    public static void remember(String state, Map<String, String> parameters, RoutingContext request) {
        var kept = new QueryStringEncoder("");
        kept.addParam(STATE, state);
        parameters.forEach(kept::addParam);
        if (!parameters.isEmpty() && kept.toString().length() <= LONGEST) {
            set(kept.toString(), KEPT, request);
        }
    }

    /** Returns the parameters of the request that this is the response to, and deletes the cookie. */
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
