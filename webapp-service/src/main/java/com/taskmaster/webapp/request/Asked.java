package com.taskmaster.webapp.request;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.qute.TemplateData;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The properties of the current request that affect the response, above all to a failure. */
@Named("asked")
@RequestScoped
@TemplateData
public class Asked {

    /** The page that resumes a request that waits for a sign-in. */
    public static final String RESUME = "/resume";

    /** The parameter with the handle of the waiting request. */
    public static final String WAITING = "waiting";

    /** The parameter of a request that was resumed after a sign-in; it occurs once for each kind of demand met so far. */
    public static final String RESUMED = "resumed";

    private static final Pattern NAME = Pattern.compile("[\\w-]+");

    private final RoutingContext request;
    private final String redirectPath;

    Asked(
            RoutingContext request,
            @ConfigProperty(name = "quarkus.oidc.authentication.redirect-path") String redirectPath) {
        this.request = request;
        this.redirectPath = redirectPath;
    }

    /**
     * Whether a script sent the request, according to htmx or to Fetch Metadata, which marks everything but
     * navigations.
     */
    public boolean isByScript() {
        var headers = request.request().headers();
        var mode = headers.get("Sec-Fetch-Mode");
        return "true".equals(headers.get("HX-Request")) || mode != null && !mode.equals("navigate");
    }

    /** The URL of the page whose script sent the request, according to htmx. */
    public Optional<QueryStringDecoder> from() {
        return Optional.ofNullable(request.request().getHeader("HX-Current-URL"))
                .map(QueryStringDecoder::new);
    }

    /**
     * The page to request again, without the marks of earlier sign-ins; empty if the request would change something, or
     * if it is an authorization response, whose code must not get into pages (RFC 9700 §4.2.4, §4.3.1).
     */
    public Optional<String> page() {
        return request.request().method() == HttpMethod.GET
                        && !request.normalizedPath().equals(redirectPath)
                ? Optional.of(Address.of(request).without(RESUMED).value())
                : Optional.empty();
    }

    /** The URL that resumes the waiting request, if this is one; a failure does not lose it. */
    public Optional<String> waiting() {
        return request.queryParam(WAITING).stream()
                .filter(NAME.asMatchPredicate())
                .findFirst()
                .map(name -> new Address(RESUME).with(WAITING, name).value());
    }

    /**
     * Whether the browser has a session cookie, and this response does not remove it. The session may have ended: public pages do
     * not check it.
     */
    public boolean isRemembered() {
        var cookie = request.request().getCookie(OidcUtils.SESSION_COOKIE_NAME);
        return cookie != null && !cookie.getValue().isEmpty();
    }

    /** Whether the page required a sign-in and the user is signed in. */
    public boolean isSignedIn() {
        return person().isPresent();
    }

    /** An opaque value that identifies the signed-in user, on pages that required a sign-in. */
    public Optional<String> person() {
        return request.user() instanceof QuarkusHttpUser user
                        && user.getSecurityIdentity().getPrincipal() instanceof JsonWebToken idToken
                ? Optional.of(mark(idToken))
                : Optional.empty();
    }

    /**
     * Whether the page that sent the request was rendered for another user.
     *
     * @param shownTo the value of {@link #person} on that page; {@code null} if it is not sent
     */
    public boolean isForAnother(String shownTo) {
        return shownTo != null
                && person().filter(person -> !person.equals(shownTo)).isPresent();
    }

    private static String mark(JsonWebToken idToken) {
        var name = idToken.getIssuer() + " " + idToken.getSubject();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
