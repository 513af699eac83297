package com.taskmaster.webapp.session;

import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.oidc.runtime.TenantConfigContext;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** The session that a request came with, where a sign-in is under way. */
public final class RequestSession {

    private static final String CURRENT = RequestSession.class.getName() + ".current";
    private static final String ID_TOKEN = RequestSession.class.getName() + ".id_token";
    private static final String REPLACED = RequestSession.class.getName() + ".replaced";
    private static final String ENDED = RequestSession.class.getName() + ".ended";
    private static final String SIGNS_OUT = RequestSession.class.getName() + ".signs_out";

    private RequestSession() {}

    /**
     * Hides it from the framework, which looks at no authorization response as long as it sees a session. It goes on
     * until the new one opens.
     */
    public static void hide(RoutingContext request) {
        request.response().removeCookies(OidcUtils.SESSION_COOKIE_NAME, false).stream()
                .map(Cookie::getValue)
                .forEach(cookie -> request.put(REPLACED, cookie));
    }

    /**
     * Keeps the framework from ending it when it begins another sign-in, and after failures that are not its fault. The
     * cookie of an ended session is left, too: by the time of the answer the browser may have a new one of that name.
     */
    public static void keep(RoutingContext request) {
        request.remove(OidcUtils.SESSION_COOKIE_NAME);
    }

    /** Takes the cookie from the browser, whatever becomes of the session. */
    public static void forget(RoutingContext request) {
        if (request.request().getCookie(OidcUtils.SESSION_COOKIE_NAME) != null) {
            TenantConfigContext provider = request.get(TenantConfigContext.class.getName());
            OidcUtils.removeCookie(request, provider.oidcConfig(), OidcUtils.SESSION_COOKIE_NAME);
        }
    }

    /** Has it read as it is: one that ends needs no new tokens. */
    public static void signOut(RoutingContext request) {
        request.put(SIGNS_OUT, true);
    }

    static boolean signsOut(RoutingContext request) {
        return request.get(SIGNS_OUT) != null;
    }

    /** What the sign-in of this request's session led to. */
    public static SignInFacts facts(RoutingContext request) {
        return request.get(CURRENT);
    }

    /** Whose it was; nothing if it has not just ended. */
    public static Optional<String> endedSubject(RoutingContext request) {
        return Optional.ofNullable(request.get(ENDED));
    }

    static void current(RoutingContext request, SignInFacts facts, String idToken) {
        request.put(CURRENT, facts);
        request.put(ID_TOKEN, idToken);
    }

    /** Whether the session holds this ID token, which was verified before it came there. */
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
