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
import org.eclipse.microprofile.jwt.JsonWebToken;

/** What was asked for, as far as the answer to a failure depends on it. */
@Named("asked")
@RequestScoped
@TemplateData
public class Asked {

    /** The page that leads back to what waits for a sign-in. */
    public static final String RESUME = "/resume";

    /** The parameter that names what waits. */
    public static final String WAITING = "waiting";

    /** The parameter of a request that has waited for a sign-in, once for each kind of demand that was met since. */
    public static final String RESUMED = "resumed";

    private static final Pattern NAME = Pattern.compile("[\\w-]+");

    private final RoutingContext request;

    Asked(RoutingContext request) {
        this.request = request;
    }

    /** Whether a script waits for the answer: htmx says so, and browsers do of everything but a navigation (Fetch Metadata). */
    public boolean isByScript() {
        var headers = request.request().headers();
        var mode = headers.get("Sec-Fetch-Mode");
        return "true".equals(headers.get("HX-Request")) || mode != null && !mode.equals("navigate");
    }

    /** The address of the page on which a script asks, as htmx tells it. */
    public Optional<QueryStringDecoder> from() {
        return Optional.ofNullable(request.request().getHeader("HX-Current-URL"))
                .map(QueryStringDecoder::new);
    }

    /** The page to ask for again, unless asking was to change something; as if it had not waited for a sign-in before. */
    public Optional<String> page() {
        return request.request().method() == HttpMethod.GET
                ? Optional.of(Address.of(request).without(RESUMED).value())
                : Optional.empty();
    }

    /** Where what has waited can be found, if it is about that: nothing of it is lost by a failure. */
    public Optional<String> waiting() {
        return request.queryParam(WAITING).stream()
                .filter(NAME.asMatchPredicate())
                .findFirst()
                .map(name -> new Address(RESUME).with(WAITING, name).value());
    }

    /**
     * Whether the browser holds a session, and is not told just now to forget it. It may have ended meanwhile; pages for
     * everybody do not look into it.
     */
    public boolean isRemembered() {
        var cookie = request.request().getCookie(OidcUtils.SESSION_COOKIE_NAME);
        return cookie != null && !cookie.getValue().isEmpty();
    }

    /** Whether somebody had to be signed in for the answer, and was. */
    public boolean isSignedIn() {
        return person().isPresent();
    }

    /** What tells whoever had to be signed in for the answer, and was, from others; it says nothing else. */
    public Optional<String> person() {
        return request.user() instanceof QuarkusHttpUser user
                        && user.getSecurityIdentity().getPrincipal() instanceof JsonWebToken idToken
                ? Optional.of(mark(idToken))
                : Optional.empty();
    }

    /**
     * Whether another person was signed in when the page was written that asks.
     *
     * @param shownTo {@link #person} of that page; {@code null} where it does not say so
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
