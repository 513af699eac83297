package com.taskmaster.webapp.resume;

import com.taskmaster.webapp.encryption.Handle;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/**
 * Which form of this browser has waited last: the way back to it where the sign-in that it waits for has failed, and the
 * framework has forgotten where that was to lead.
 */
final class WaitingForm {

    private static final String COOKIE = "q_waiting";

    private WaitingForm() {}

    static Optional<Handle> of(RoutingContext request) {
        return Optional.ofNullable(request.request().getCookie(COOKIE))
                .map(Cookie::getValue)
                .map(Handle::new);
    }

    static void remember(Handle handle, RoutingContext request) {
        set(handle.value(), InterruptedRequest.LIFETIME.toSeconds(), request);
    }

    /** Another one is waited for still. */
    static void forget(Handle handle, RoutingContext request) {
        if (of(request).filter(handle::equals).isPresent()) {
            set("", 0, request);
        }
    }

    private static void set(String value, long maxAge, RoutingContext request) {
        request.response()
                .addCookie(Cookie.cookie(COOKIE, value)
                        .setPath("/")
                        .setHttpOnly(true)
                        .setSameSite(CookieSameSite.LAX)
                        .setMaxAge(maxAge));
    }
}
