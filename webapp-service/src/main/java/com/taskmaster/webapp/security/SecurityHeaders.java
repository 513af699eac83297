package com.taskmaster.webapp.security;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The headers that every answer carries, errors and files among them. */
@ApplicationScoped
class SecurityHeaders {

    private static final int BEFORE_EVERYTHING_ELSE = 10_000;
    private static final String FILES = "/assets/";

    private final Map<String, String> headers;

    SecurityHeaders(@ConfigProperty(name = "quarkus.oidc.auth-server-url") URI provider) {
        headers = Map.of(
                "Content-Security-Policy", contentSecurityPolicy(provider),
                "Cross-Origin-Opener-Policy", "same-origin",
                "Cross-Origin-Resource-Policy", "same-origin",
                "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
                "Referrer-Policy", "same-origin",
                "X-Content-Type-Options", "nosniff");
    }

    void register(@Observes Filters filters) {
        filters.register(this::add, BEFORE_EVERYTHING_ELSE);
    }

    private void add(RoutingContext request) {
        var response = request.response().headers();
        headers.forEach(response::set);
        if (request.request().scheme().equals("https")) {
            response.set("Strict-Transport-Security", "max-age=31536000");
        }
        if (!request.normalizedPath().startsWith(FILES)) {
            response.set("Cache-Control", "no-store");
        }
        request.next();
    }

    /** Browsers hold redirects after a form to form-action: signing out leads from our form to the provider. */
    private static String contentSecurityPolicy(URI provider) {
        return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'; "
                + "form-action 'self' " + provider.getScheme() + "://" + provider.getAuthority();
    }
}
