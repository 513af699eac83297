package com.taskmaster.webapp.error;

import com.taskmaster.webapp.error.ErrorPage.Kind;
import io.quarkus.logging.Log;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.util.stream.Stream;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.resteasy.reactive.ClientWebApplicationException;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Which page each kind of failure leads to. */
class FailureMapper {

    @ServerExceptionMapper
    Uni<RestResponse<TemplateInstance>> notSignedIn(UnauthorizedException e, RoutingContext request) {
        return signIn(request);
    }

    @ServerExceptionMapper
    Uni<RestResponse<TemplateInstance>> sessionEnded(AuthenticationFailedException e, RoutingContext request) {
        return isProviderUnreachable(e) ? Uni.createFrom().item(providerUnavailable(e)) : signIn(request);
    }

    @ServerExceptionMapper
    RestResponse<TemplateInstance> signInNotCompleted(AuthenticationCompletionException e) {
        return isProviderUnreachable(e)
                ? providerUnavailable(e)
                : ErrorPage.of(Status.BAD_REQUEST, Kind.SIGN_IN_FAILED);
    }

    @ServerExceptionMapper
    RestResponse<TemplateInstance> refusedByTasksApi(ClientWebApplicationException e, HttpServerRequest request) {
        Log.warnf("The Tasks API answered %d", e.getResponse().getStatus());
        return switch (e.getResponse().getStatus()) {
            case 400 -> ErrorPage.of(Status.BAD_REQUEST, Kind.BAD_REQUEST);
            case 401 -> ErrorPage.of(Status.UNAUTHORIZED, Kind.SIGN_IN_REFUSED);
            case 403 -> ErrorPage.of(Status.FORBIDDEN, Kind.TASKS_FORBIDDEN);
            case 429 -> ErrorPage.of(Status.TOO_MANY_REQUESTS, Kind.TOO_MANY_REQUESTS, retryAfter(e));
            default -> tasksUnavailable(request, retryAfter(e));
        };
    }

    @ServerExceptionMapper({ProcessingException.class, CircuitBreakerOpenException.class})
    RestResponse<TemplateInstance> tasksApiUnreachable(RuntimeException e, HttpServerRequest request) {
        Log.warnf("The Tasks API cannot be reached: %s", withoutQueries(e.getMessage()));
        return tasksUnavailable(request, null);
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

    /** A change that may have been made is not said to be welcome again after a while. */
    private static RestResponse<TemplateInstance> tasksUnavailable(HttpServerRequest request, Integer wait) {
        return request.method() == HttpMethod.GET
                ? ErrorPage.of(Status.SERVICE_UNAVAILABLE, Kind.TASKS_UNAVAILABLE, wait)
                : ErrorPage.of(Status.SERVICE_UNAVAILABLE, Kind.CHANGE_UNCERTAIN);
    }

    /** Seconds, as the Tasks API gives them; a date (RFC 9110 §10.2.3) is left out. */
    private static Integer retryAfter(ClientWebApplicationException e) {
        var seconds = e.getResponse().getHeaderString(HttpHeaders.RETRY_AFTER);
        return seconds != null && seconds.matches("[1-9][0-9]{0,4}") ? Integer.valueOf(seconds) : null;
    }

    /** What a person looks for is nothing for the log. */
    private static String withoutQueries(String message) {
        return String.valueOf(message).replaceAll("\\?\\S*", "");
    }

    private static RestResponse<TemplateInstance> providerUnavailable(Throwable e) {
        Log.warnf("The OpenID provider cannot be reached: %s", e.getMessage());
        return ErrorPage.of(Status.SERVICE_UNAVAILABLE, Kind.PROVIDER_UNAVAILABLE);
    }

    private static boolean isProviderUnreachable(Throwable e) {
        return Stream.iterate(e, cause -> cause != null, Throwable::getCause).anyMatch(IOException.class::isInstance);
    }
}
