package com.taskmaster.webapp.session;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http.QueryStringEncoder;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * The parameters in which an authorization request differs from the configured one: the scope, what the Tasks API
 * demanded of the sign-in, and the login hint. They are not secret, as they went through the browser, which stores them
 * until the response, separately for each sign-in.
 */
public final class DemandedParameters {

    private static final String COOKIE = "q_demanded_";
    private static final String STATE = "state";
    private static final Duration KEPT = Duration.ofMinutes(30);

    /** The request also has a cookie for each sign-in begun, and a header that is too large is rejected. */
    private static final int LONGEST = 1_000;

    private DemandedParameters() {}

    /**
     * Leaves out the longest parameters if all of them would be too long.
     *
     * @param state the {@code state} of the authorization request
     */
    public static void remember(String state, Map<String, String> parameters, RoutingContext request) {
        var kept = new TreeMap<>(parameters);
        while (encoded(kept).length() > LONGEST) {
            kept.remove(Collections.max(kept.keySet(), Comparator.comparingInt(name -> kept.get(name)
                    .length())));
        }
        set(COOKIE + state, encoded(kept), KEPT, request);
    }

    /** Deletes the cookies of all sign-ins but those with these states. */
    public static void forgetAllBut(Collection<String> states, RoutingContext request) {
        request.request().cookies().stream()
                .map(Cookie::getName)
                .filter(name -> name.startsWith(COOKIE) && !states.contains(name.substring(COOKIE.length())))
                .toList()
                .forEach(name -> set(name, "", Duration.ZERO, request));
    }

    /**
     * Returns the parameters of the request that this is the response to, and deletes the cookie.
     *
     * @return empty if that request was the configured one
     */
    static Map<String, String> take(RoutingContext answer) {
        var name = COOKIE + answer.request().getParam(STATE);
        var cookie = answer.request().getCookie(name);
        if (cookie == null) {
            return Map.of();
        }
        var parameters = new TreeMap<String, String>();
        new QueryStringDecoder(cookie.getValue())
                .parameters()
                .forEach((parameter, values) -> parameters.put(parameter, values.get(0)));
        set(name, "", Duration.ZERO, answer);
        return parameters;
    }

    private static String encoded(Map<String, String> parameters) {
        var query = new QueryStringEncoder("");
        parameters.forEach(query::addParam);
        return query.toString();
    }

    private static void set(String name, String value, Duration age, RoutingContext request) {
        request.response()
                .addCookie(Cookie.cookie(name, value)
                        .setPath("/")
                        .setHttpOnly(true)
                        .setSameSite(CookieSameSite.LAX)
                        .setMaxAge(age.toSeconds()));
    }
}
