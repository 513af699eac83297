package com.taskmaster.webapp.error;

import com.taskmaster.webapp.audit.Audit;
import com.taskmaster.webapp.audit.Audit.Event;
import com.taskmaster.webapp.error.ErrorPage.Kind;
import com.taskmaster.webapp.provider.ProviderUnavailable;
import io.quarkus.logging.Log;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.ClientWebApplicationException;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Which page each kind of failure leads to. */
class FailureMapper {

    private final Audit audit;

    FailureMapper(Audit audit) {
        this.audit = audit;
    }

    @ServerExceptionMapper
    Uni<RestResponse<TemplateInstance>> notSignedIn(UnauthorizedException e, RoutingContext request) {
        return signIn(request);
    }

    @ServerExceptionMapper
    Uni<RestResponse<TemplateInstance>> sessionEnded(AuthenticationFailedException e, RoutingContext request) {
        return outage(e).map(page -> Uni.createFrom().item(page)).orElseGet(() -> signIn(request));
    }

    @ServerExceptionMapper
    RestResponse<TemplateInstance> signInNotCompleted(AuthenticationCompletionException e) {
        return outage(e).orElseGet(() -> {
            audit.write(Event.SIGN_IN_REFUSED, null);
            return ErrorPage.of(Status.BAD_REQUEST, Kind.SIGN_IN_FAILED);
        });
    }

    @ServerExceptionMapper
    RestResponse<TemplateInstance> providerNeeded(ProviderUnavailable e) {
        return providerUnavailable(e);
    }

    @ServerExceptionMapper
    RestResponse<TemplateInstance> refusedByTasksApi(ClientWebApplicationException e) {
        Log.warnf("The Tasks API answered %d", e.getResponse().getStatus());
        return switch (e.getResponse().getStatus()) {
            case 400 -> ErrorPage.of(Status.BAD_REQUEST, Kind.BAD_REQUEST);
            case 401 -> ErrorPage.of(Status.UNAUTHORIZED, Kind.SIGN_IN_REFUSED);
            case 403 -> ErrorPage.of(Status.FORBIDDEN, Kind.TASKS_FORBIDDEN);
            default -> ErrorPage.of(Status.SERVICE_UNAVAILABLE, Kind.TASKS_UNAVAILABLE);
        };
    }

    @ServerExceptionMapper
    RestResponse<TemplateInstance> tasksApiUnreachable(ProcessingException e) {
        Log.warnf("The Tasks API cannot be reached: %s", e.getMessage());
        return ErrorPage.of(Status.SERVICE_UNAVAILABLE, Kind.TASKS_UNAVAILABLE);
    }

    @ServerExceptionMapper
    RestResponse<TemplateInstance> http(WebApplicationException e) {
        var status = Status.fromStatusCode(e.getResponse().getStatus());
        if (status == null || status.getFamily() == Status.Family.SERVER_ERROR) {
            return unexpected(e);
        }
        return ErrorPage.of(status, status == Status.NOT_FOUND ? Kind.NOT_FOUND : Kind.BAD_REQUEST);
    }

    @ServerExceptionMapper
    RestResponse<TemplateInstance> unexpected(Exception e) {
        Log.error("A request failed unexpectedly", e);
        return ErrorPage.of(Status.INTERNAL_SERVER_ERROR, Kind.UNEXPECTED);
    }

    /** A page is asked for again after signing in; a form could only be sent again by the person who filled it in. */
    private static Uni<RestResponse<TemplateInstance>> signIn(RoutingContext request) {
        if (request.request().method() != HttpMethod.GET) {
            return Uni.createFrom().item(() -> ErrorPage.of(Status.UNAUTHORIZED, Kind.SIGN_IN_NEEDED));
        }
        HttpAuthenticator authenticator = request.get(HttpAuthenticator.class.getName());
        return authenticator
                .getChallenge(request)
                .map(challenge -> {
                    var response = RestResponse.ResponseBuilder.<TemplateInstance>create(challenge.status);
                    challenge.getHeaders().forEach((name, value) -> response.header(name.toString(), value));
                    return response.build();
                })
                .onFailure()
                .recoverWithItem(FailureMapper::providerUnavailable);
    }

    private static RestResponse<TemplateInstance> providerUnavailable(Throwable e) {
        Log.warnf("The OpenID provider cannot be reached: %s", e.getMessage());
        return ErrorPage.of(Status.SERVICE_UNAVAILABLE, Kind.PROVIDER_UNAVAILABLE);
    }

    private static Optional<RestResponse<TemplateInstance>> outage(Throwable e) {
        if (isCausedBy(e, IOException.class) || isCausedBy(e, ProviderUnavailable.class)) {
            return Optional.of(providerUnavailable(e));
        }
        if (isCausedBy(e, SQLException.class)) {
            Log.warnf("The sessions cannot be reached: %s", e.getMessage());
            return Optional.of(ErrorPage.of(Status.SERVICE_UNAVAILABLE, Kind.SESSIONS_UNAVAILABLE));
        }
        return Optional.empty();
    }

    private static boolean isCausedBy(Throwable e, Class<? extends Exception> type) {
        return Stream.iterate(e, cause -> cause != null, Throwable::getCause).anyMatch(type::isInstance);
    }
}
