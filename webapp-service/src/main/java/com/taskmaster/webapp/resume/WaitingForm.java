package com.taskmaster.webapp.resume;

import com.taskmaster.webapp.encryption.Handle;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/**
 * A cookie with the handle of the browser's last waiting form. It leads back to the form if the sign-in failed and the
 * framework has forgotten the destination.
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

    /** Keeps the cookie if it names another form. */
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
