package com.taskmaster.webapp.signin;

import com.taskmaster.webapp.audit.Audit;
import com.taskmaster.webapp.audit.Audit.Event;
import com.taskmaster.webapp.error.ErrorPage;
import com.taskmaster.webapp.error.ErrorPage.Kind;
import com.taskmaster.webapp.provider.OpenIdProvider;
import com.taskmaster.webapp.session.RequestSession;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The redirect URI. Requesting the identity makes the framework complete the flow, which ends in a redirect. If it does
 * not, the request is not a response to a sign-in of this browser.
 */
@Path("/callback")
@Produces(MediaType.TEXT_HTML)
class CallbackPage {

    private static final Logger LOG = Logger.getLogger(CallbackPage.class);

    /** The characters that RFC 6749 §4.1.2.1 allows; they include no line break, so nothing can forge a log entry. */
    private static final Pattern WORDS = Pattern.compile("[\\x20-\\x7E]{1,500}");

    private final CurrentIdentityAssociation identity;
    private final OpenIdProvider provider;
    private final Audit audit;
    private final Duration timeout;

    CallbackPage(CurrentIdentityAssociation identity, OpenIdProvider provider, Audit audit, ClientSettings settings) {
        this.identity = identity;
        this.provider = provider;
        this.audit = audit;
        this.timeout = settings.timeout();
    }

    @GET
    @PermitAll
    @Blocking // may have to fetch the provider's metadata
    public Uni<RestResponse<TemplateInstance>> complete(RoutingContext request) {
        if (AuthorizationResponses.areForThisBrowser(request)) {
            if (!isWellFormed(request)) {
                return refused("a parameter is repeated, or the code is empty");
            }
            if (!isFromTheProvider(request)) {
                return refused("iss is missing or is not the provider's issuer");
            }
            RequestSession.hide(request);
            request.queryParam("error").forEach(code -> tell(code, request));
        }
        return identity.getDeferredIdentity()
                .ifNoItem()
                .after(timeout)
                .failWith(() -> new AuthenticationCompletionException(new SocketTimeoutException("No answer")))
                .map(caller -> caller.isAnonymous()
                        ? ErrorPage.of(Status.BAD_REQUEST, Kind.SIGN_IN_FAILED)
                        : RestResponse.seeOther(ReturnPath.TASKS.uri()));
    }

    private Uni<RestResponse<TemplateInstance>> refused(String reason) {
        LOG.warnf("Authorization response rejected: %s", reason);
        audit.write(Event.SIGN_IN_REFUSED, null);
        return Uni.createFrom().item(() -> ErrorPage.of(Status.BAD_REQUEST, Kind.SIGN_IN_FAILED));
    }

    /** Logs the provider's error for the operator, at level ERROR if it is a fault. */
    private void tell(String code, RoutingContext request) {
        var event = AuthorizationError.of(code).event;
        LOG.logf(
                event == Event.SIGN_IN_FAULT ? Level.ERROR : Level.INFO,
                "The provider returned an authorization error: %s",
                Stream.of(List.of(code), request.queryParam("error_description"))
                        .flatMap(List::stream)
                        .filter(WORDS.asMatchPredicate())
                        .limit(2)
                        .collect(Collectors.joining(", ")));
        audit.write(event, null);
    }

    /** No parameter may be repeated (RFC 6749 §3.1), nor the code be empty. */
    private static boolean isWellFormed(RoutingContext request) {
        return Stream.of("state", "code", "error", "iss")
                        .allMatch(name -> request.queryParam(name).size() <= 1)
                && !request.queryParam("code").contains("");
    }

    /** RFC 9207 §2.4: the response of another issuer may contain a code that is not for this provider. */
    private boolean isFromTheProvider(RoutingContext request) {
        var issuer = request.queryParam("iss");
        return issuer.isEmpty() ? !provider.sendsIssuer() : issuer.equals(List.of(provider.issuer()));
    }
}
