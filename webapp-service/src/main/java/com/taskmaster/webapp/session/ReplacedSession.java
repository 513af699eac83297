package com.taskmaster.webapp.session;

import io.quarkus.oidc.runtime.OidcUtils;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/**
 * The session that a sign-in under way is to replace: it goes on until the new one opens. The framework looks at no
 * authorization response as long as it sees the cookie of a session.
 */
public final class ReplacedSession {

    private static final String KEY = ReplacedSession.class.getName();

    private ReplacedSession() {}

    /** Hides the session's cookie from the framework for the rest of this request. */
    public static void hide(RoutingContext request) {
        request.response().removeCookies(OidcUtils.SESSION_COOKIE_NAME, false).stream()
                .map(Cookie::getValue)
                .forEach(cookie -> request.put(KEY, cookie));
    }

    static Optional<String> cookie(RoutingContext request) {
        return Optional.ofNullable(request.get(KEY));
    }
}
