package com.taskmaster.webapp.failure;

import com.taskmaster.webapp.audit.Audit;
import com.taskmaster.webapp.error.ErrorPage;
import com.taskmaster.webapp.error.ErrorPage.Kind;
import com.taskmaster.webapp.provider.ProviderUnavailable;
import com.taskmaster.webapp.request.Asked;
import com.taskmaster.webapp.resume.Interruptions;
import com.taskmaster.webapp.signin.AuthorizationRequest;
import io.quarkus.logging.Log;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.net.URI;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Maps failures of this service, and of the provider, to pages. */
class FailureMapper {

    private static final URI LOGIN = URI.create("/login");

    private final AuthorizationRequest signIn;
    private final Interruptions interruptions;
    private final Asked asked;
    private final Audit audit;

    FailureMapper(AuthorizationRequest signIn, Interruptions interruptions, Asked asked, Audit audit) {
        this.signIn = signIn;
        this.interruptions = interruptions;
        this.asked = asked;
        this.audit = audit;
    }

    @ServerExceptionMapper
    Uni<RestResponse<TemplateInstance>> notSignedIn(UnauthorizedException e, RoutingContext request) {
        return signIn(request);
    }

    @ServerExceptionMapper
    Uni<RestResponse<TemplateInstance>> sessionEnded(AuthenticationFailedException e, RoutingContext request) {
        return SignInFailure.outage(e)
                .map(outage -> Uni.createFrom().item(page(outage, e)))
                .orElseGet(() -> signIn(request));
    }

    @ServerExceptionMapper
    RestResponse<TemplateInstance> signInNotCompleted(AuthenticationCompletionException e) {
        return failed(SignInFailure.of(e), e);
    }

    @ServerExceptionMapper
    RestResponse<TemplateInstance> providerNeeded(ProviderUnavailable e) {
        return page(SignInFailure.outage(e).orElseThrow(), e);
    }

    @ServerExceptionMapper
    RestResponse<TemplateInstance> http(WebApplicationException e, RoutingContext request) {
        var status = Status.fromStatusCode(e.getResponse().getStatus());
        if (status == null || status.getFamily() == Status.Family.SERVER_ERROR) {
            return unexpected(e, request);
        }
        return ErrorPage.of(status, status == Status.NOT_FOUND ? Kind.NOT_FOUND : Kind.BAD_REQUEST);
    }

    /**
     * The database may also fail in the middle of a request, after the Tasks API has already made the change. A
     * connection may break during an upload; the framework itself has already responded to one that is too large.
     */
    @ServerExceptionMapper
    RestResponse<TemplateInstance> unexpected(Exception e, RoutingContext request) {
        if (isDatabaseOutage(e)) {
            Log.warnf("The database connection was lost during a request: %s", e.getMessage());
            return ErrorPage.of(
                    Status.SERVICE_UNAVAILABLE, isRead(request) ? Kind.SESSIONS_UNAVAILABLE : Kind.CHANGE_UNCERTAIN);
        }
        if (e instanceof IOException) {
            Log.warnf("A request was aborted: %s", e);
        } else {
            Log.error("A request failed unexpectedly", e);
        }
        return request.response().ended()
                ? RestResponse.status(Status.INTERNAL_SERVER_ERROR)
                : ErrorPage.of(Status.INTERNAL_SERVER_ERROR, Kind.UNEXPECTED);
    }

    /** After the sign-in, a page is requested again; a form is stored until then. */
    private Uni<RestResponse<TemplateInstance>> signIn(RoutingContext request) {
        if (asked.isByScript()) {
            return Uni.createFrom().item(() -> SignInNeeded.marker(LOGIN));
        }
        return request.request().method() == HttpMethod.POST
                ? interruptions.afterEndedSession(request)
                : signIn.begin(request).onFailure().recoverWithItem(this::cannotBegin);
    }

    private RestResponse<TemplateInstance> cannotBegin(Throwable e) {
        return failed(SignInFailure.PROVIDER_UNAVAILABLE, e);
    }

    private RestResponse<TemplateInstance> failed(SignInFailure failure, Throwable e) {
        var page = page(failure, e);
        audit.write(failure.event, null);
        return page;
    }

    private static RestResponse<TemplateInstance> page(SignInFailure failure, Throwable e) {
        Log.warnf("The caller cannot be authenticated (%s): %s", failure, e.getMessage());
        return ErrorPage.of(failure.status, failure.kind);
    }

    private static boolean isRead(RoutingContext request) {
        return request.request().method() == HttpMethod.GET;
    }

    /** A connection that was lost, or that the server or the pool refuses (SQLSTATE classes 08, 57P and 53, or none). */
    private static boolean isDatabaseOutage(Throwable e) {
        return SqlFailures.behind(e)
                .map(failure -> String.valueOf(failure.getSQLState()))
                .anyMatch(state -> state.matches("null|(08|57P|53).*"));
    }
}
