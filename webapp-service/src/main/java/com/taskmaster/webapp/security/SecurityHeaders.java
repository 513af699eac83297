package com.taskmaster.webapp.security;

import com.taskmaster.webapp.provider.OpenIdProvider;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;

/** Sets the headers of every response, including errors and static files, and the challenge of a 401. */
@ApplicationScoped
class SecurityHeaders {

    private static final int BEFORE_EVERYTHING_ELSE = 10_000;
    private static final String FILES = "/assets/";

    /** A 401 requires a challenge (RFC 9110 §15.5.2); browsers ignore one whose scheme they do not know (§11.6.1). */
    private static final String CHALLENGE = "Session realm=\"TaskMaster Pro\"";

    private static final Map<String, String> HEADERS = Map.of(
            "Answered-By", "TaskMaster Pro", // tells our scripts that no proxy has responded instead
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
            "Referrer-Policy", "same-origin",
            "X-Content-Type-Options", "nosniff");
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self' ";

    private final OpenIdProvider provider;

    SecurityHeaders(OpenIdProvider provider) {
        this.provider = provider;
    }

    void register(@Observes Filters filters) {
        filters.register(this::add, BEFORE_EVERYTHING_ELSE);
    }

    private void add(RoutingContext request) {
        var response = request.response().headers();
        HEADERS.forEach(response::set);
        response.set("Content-Security-Policy", contentSecurityPolicy());
        if (request.request().scheme().equals("https")) {
            response.set("Strict-Transport-Security", "max-age=31536000");
        }
        if (!request.normalizedPath().startsWith(FILES)) {
            response.set("Cache-Control", "no-store");
        }
        request.addHeadersEndHandler(headersEnd -> challenge(request.response()));
        request.next();
    }

    private static void challenge(HttpServerResponse response) {
        if (response.getStatusCode() == 401) {
            response.headers().set(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
        }
    }

    /**
     * Browsers also apply form-action to redirects after a form, and ours may lead to the provider if a session has
     * ended.
     */
    private String contentSecurityPolicy() {
        return CONTENT_SECURITY_POLICY + String.join(" ", provider.origins());
    }
}
