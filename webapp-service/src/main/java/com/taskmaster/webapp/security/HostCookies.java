package com.taskmaster.webapp.security;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.impl.ServerCookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Adds the {@code __Host-} prefix to all cookies, the framework's included, so that browsers bind them to this host and
 * to TLS (RFC 6265bis §4.1.3.2); the framework has no setting for that. Cookies received without the prefix are then
 * ignored.
 */
@Singleton
class HostCookies {

    private static final int BEFORE_SIGN_IN = 9_000;
    private static final String PREFIX = "__Host-";

    /** Requires a name that is a token (RFC 6265 §4.1.1), because the framework drops some characters of other names. */
    private static final Pattern COOKIE = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+=.*");

    private static final Pattern UNPREFIXED = Pattern.compile("(q|preference)_.*");
    private static final Pattern PREFIXED = Pattern.compile(PREFIX + UNPREFIXED);

    private final boolean secure;

    HostCookies(@ConfigProperty(name = "quarkus.oidc.authentication.cookie-force-secure") boolean secure) {
        this.secure = secure;
    }

    void register(@Observes Filters filters) {
        if (secure) {
            filters.register(this::rename, BEFORE_SIGN_IN);
        }
    }

    private void rename(RoutingContext request) {
        var headers = request.request().headers();
        var cookies = withoutPrefix(headers.getAll(HttpHeaders.COOKIE));
        headers.remove(HttpHeaders.COOKIE);
        if (!cookies.isEmpty()) {
            headers.set(HttpHeaders.COOKIE, cookies);
        }
        request.addHeadersEndHandler(headersEnd -> request.request().cookies().stream()
                .filter(cookie -> UNPREFIXED.matcher(cookie.getName()).matches())
                .filter(cookie -> ((ServerCookie) cookie).isChanged())
                .toList()
                .forEach(cookie -> addPrefix(cookie, request.response())));
        request.next();
    }

    private static String withoutPrefix(List<String> headers) {
        return headers.stream()
                .flatMap(header -> Arrays.stream(header.split("; ?")))
                .filter(cookie -> COOKIE.matcher(cookie).matches())
                .filter(cookie -> !UNPREFIXED.matcher(cookie).matches())
                .map(cookie -> PREFIXED.matcher(cookie).matches() ? cookie.substring(PREFIX.length()) : cookie)
                .collect(Collectors.joining("; "));
    }

    private static void addPrefix(Cookie cookie, HttpServerResponse response) {
        response.removeCookies(cookie.getName(), false);
        response.addCookie(Cookie.cookie(PREFIX + cookie.getName(), cookie.getValue())
                .setPath(cookie.getPath())
                .setMaxAge(cookie.getMaxAge())
                .setSameSite(cookie.getSameSite())
                .setHttpOnly(true)
                .setSecure(true));
    }
}
