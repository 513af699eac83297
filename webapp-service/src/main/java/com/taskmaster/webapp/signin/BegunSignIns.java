package com.taskmaster.webapp.signin;

import com.taskmaster.webapp.session.DemandedParameters;
import io.netty.handler.codec.http.cookie.ServerCookieDecoder;
import io.quarkus.oidc.runtime.OidcUtils;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/**
 * The sign-ins that a browser has started but not completed. The framework sets a cookie for each, named after its
 * state.
 */
final class BegunSignIns {

    private static final String PREFIX = OidcUtils.STATE_COOKIE_NAME + "_";

    /** Each cookie takes up to 3 KiB; with too many of them the request header becomes too large for any page. */
    private static final int MOST = 4;

    private BegunSignIns() {}

    static boolean contain(String state, RoutingContext request) {
        return request.request().getCookie(PREFIX + state) != null;
    }

    /** Deletes the oldest: browsers send the oldest cookies first (RFC 6265 §5.4). */
    static void makeRoomForOne(RoutingContext request) {
        var begun = request.request().headers().getAll(HttpHeaders.COOKIE).stream()
                .flatMap(header -> ServerCookieDecoder.LAX.decodeAll(header).stream())
                .map(cookie -> cookie.name())
                .filter(name -> name.startsWith(PREFIX))
                .toList();
        var dropped = Math.max(0, begun.size() - MOST + 1);
        begun.stream().limit(dropped).forEach(name -> request.response().addCookie(forgotten(name)));
        DemandedParameters.forgetAllBut(
                begun.stream()
                        .skip(dropped)
                        .map(name -> name.substring(PREFIX.length()))
                        .toList(),
                request);
    }

    private static Cookie forgotten(String name) {
        return Cookie.cookie(name, "")
                .setPath("/")
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.LAX)
                .setMaxAge(0);
    }
}
