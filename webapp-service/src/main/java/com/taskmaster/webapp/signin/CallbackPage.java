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
 * The redirect URI. Asking who calls makes the framework complete the flow, which ends in a redirect; what gets past
 * that answers no request of this browser.
 */
@Path("/callback")
@Produces(MediaType.TEXT_HTML)
class CallbackPage {

    private static final Logger LOG = Logger.getLogger(CallbackPage.class);

    /** RFC 6749 §4.1.2.1: nothing in them begins another line of the log. */
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
    @Blocking // the provider's metadata may have to be read
    public Uni<RestResponse<TemplateInstance>> complete(RoutingContext request) {
        if (AuthorizationResponses.areForThisBrowser(request)) {
            if (!isWellFormed(request)) {
                return refused("a parameter of it comes twice, or its code is empty");
            }
            if (!isFromTheProvider(request)) {
                return refused("it names another issuer than the provider's, or none");
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
        LOG.warnf("The answer to a sign-in is refused: %s", reason);
        audit.write(Event.SIGN_IN_REFUSED, null);
        return Uni.createFrom().item(() -> ErrorPage.of(Status.BAD_REQUEST, Kind.SIGN_IN_FAILED));
    }

    /** The operator has to know what the provider says, of a fault at once. */
    private void tell(String code, RoutingContext request) {
        var event = AuthorizationError.of(code).event;
        LOG.logf(
                event == Event.SIGN_IN_FAULT ? Level.ERROR : Level.INFO,
                "The provider grants no sign-in: %s",
                Stream.of(List.of(code), request.queryParam("error_description"))
                        .flatMap(List::stream)
                        .filter(WORDS.asMatchPredicate())
                        .limit(2)
                        .collect(Collectors.joining(", ")));
        audit.write(event, null);
    }

    /** No parameter comes twice (RFC 6749 §3.1), and a code is one that the provider could have issued. */
    private static boolean isWellFormed(RoutingContext request) {
        return Stream.of("state", "code", "error", "iss")
                        .allMatch(name -> request.queryParam(name).size() <= 1)
                && !request.queryParam("code").contains("");
    }

    /** RFC 9207 §2.4: another issuer's response may carry a code that is not for this provider. */
    private boolean isFromTheProvider(RoutingContext request) {
        var issuer = request.queryParam("iss");
        return issuer.isEmpty() ? !provider.sendsIssuer() : issuer.equals(List.of(provider.issuer()));
    }
}
