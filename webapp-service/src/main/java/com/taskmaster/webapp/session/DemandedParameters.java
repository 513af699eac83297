package com.taskmaster.webapp.session;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http.QueryStringEncoder;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The parameters in which an authorization request differs from the configured one: the scope, what the Tasks API
 * demanded of the sign-in, and the login hint. They are not secret, as they went through the browser, which stores them
 * until the response, separately for each sign-in.
 *
 * @param values the parameters by name
 * @param begun when the user was sent to the provider
 */
public record DemandedParameters(Map<String, String> values, Instant begun) {

    private static final String COOKIE = "q_demanded_";
    private static final String BEGUN = "begun";
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,10}");
    private static final String STATE = "state";
    private static final Duration KEPT = Duration.ofMinutes(30);

    /** The request also has a cookie for each sign-in begun, and a header that is too large is rejected. */
    private static final int LONGEST = 1_000;

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
        kept.put(BEGUN, String.valueOf(Instant.now().getEpochSecond()));
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
     * @return no parameters if that request was the configured one
     */
    static DemandedParameters take(RoutingContext answer) {
        var name = COOKIE + answer.request().getParam(STATE);
        var cookie = answer.request().getCookie(name);
        if (cookie == null) {
            return new DemandedParameters(Map.of(), Instant.now());
        }
        var parameters = new TreeMap<String, String>();
        new QueryStringDecoder(cookie.getValue())
                .parameters()
                .forEach((parameter, values) -> parameters.put(parameter, values.get(0)));
        set(name, "", Duration.ZERO, answer);
        var begun = Optional.ofNullable(parameters.remove(BEGUN)) // absent if the sign-in began before an update
                .filter(SECONDS.asMatchPredicate())
                .map(Long::valueOf)
                .map(Instant::ofEpochSecond)
                .orElseGet(Instant::now);
        return new DemandedParameters(parameters, begun);
    }

    /**
     * Whether the ID token says that the user was authenticated as demanded (OpenID Connect Core §3.1.3.7, items 12 and
     * 13). The age counts from the request, because that is when the provider checks it (§3.1.2.1). An ID token may lack
     * {@code acr}, which is voluntary there; the Tasks API then decides by the access token (RFC 9470 §6).
     */
    boolean areMetBy(JsonObject idToken, Duration clockGrace) {
        return isRecent(idToken, clockGrace) && isStrong(idToken);
    }

    private boolean isRecent(JsonObject idToken, Duration clockGrace) {
        return Optional.ofNullable(values.get("max_age"))
                .filter(SECONDS.asMatchPredicate())
                .map(maxAge -> begun.minusSeconds(Long.parseLong(maxAge)).minus(clockGrace))
                .map(oldest -> idToken.getValue("auth_time") instanceof Number time
                        && !Instant.ofEpochSecond(time.longValue()).isBefore(oldest))
                .orElse(true);
    }

    private boolean isStrong(JsonObject idToken) {
        var demanded = values.get("acr_values");
        return demanded == null
                || !idToken.containsKey("acr")
                || List.of(demanded.split(" ")).contains(idToken.getValue("acr"));
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
