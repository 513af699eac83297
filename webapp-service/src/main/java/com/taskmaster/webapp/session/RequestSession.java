package com.taskmaster.webapp.session;

import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.oidc.runtime.TenantConfigContext;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** The session of the current request, and its role in a sign-in or sign-out. */
public final class RequestSession {

    private static final String CURRENT = RequestSession.class.getName() + ".current";
    private static final String ID_TOKEN = RequestSession.class.getName() + ".id_token";
    private static final String REPLACED = RequestSession.class.getName() + ".replaced";
    private static final String ENDED = RequestSession.class.getName() + ".ended";
    private static final String SIGNS_OUT = RequestSession.class.getName() + ".signs_out";

    private RequestSession() {}

    /**
     * Hides the session from the framework, which ignores authorization responses while it sees one. The session stays
     * alive until the new one is opened.
     */
    public static void hide(RoutingContext request) {
        request.response().removeCookies(OidcUtils.SESSION_COOKIE_NAME, false).stream()
                .map(Cookie::getValue)
                .forEach(cookie -> request.put(REPLACED, cookie));
    }

    /**
     * Keeps the framework from ending the session when another sign-in starts, or after failures that the session did
     * not cause. The cookie of an ended session is kept too: when the response arrives, the browser may already have a
     * new one with that name.
     */
    public static void keep(RoutingContext request) {
        request.remove(OidcUtils.SESSION_COOKIE_NAME);
    }

    /** Deletes the browser's cookie, whatever happens to the session. */
    public static void forget(RoutingContext request) {
        if (request.request().getCookie(OidcUtils.SESSION_COOKIE_NAME) != null) {
            TenantConfigContext provider = request.get(TenantConfigContext.class.getName());
            OidcUtils.removeCookie(request, provider.oidcConfig(), OidcUtils.SESSION_COOKIE_NAME);
        }
    }

    /** Loads the session without renewing its tokens, because it is about to end. */
    public static void signOut(RoutingContext request) {
        request.put(SIGNS_OUT, true);
    }

    static boolean signsOut(RoutingContext request) {
        return request.get(SIGNS_OUT) != null;
    }

    /** The facts about the sign-in of this request's session. */
    public static SignInFacts facts(RoutingContext request) {
        return request.get(CURRENT);
    }

    /** The user of the session that has just ended; empty if none has. */
    public static Optional<String> endedSubject(RoutingContext request) {
        return Optional.ofNullable(request.get(ENDED));
    }

    static void current(RoutingContext request, SignInFacts facts, String idToken) {
        request.put(CURRENT, facts);
        request.put(ID_TOKEN, idToken);
    }

    /** Whether the session contains this ID token, which was verified before it was stored. */
    static boolean holds(RoutingContext request, String idToken) {
        return idToken.equals(request.get(ID_TOKEN));
    }

    static void ended(RoutingContext request, String subject) {
        request.put(ENDED, subject);
    }

    static Optional<String> replacedCookie(RoutingContext request) {
        return Optional.ofNullable(request.get(REPLACED));
    }
}
