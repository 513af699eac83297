package com.taskmaster.webapp.failure;

import com.taskmaster.webapp.error.ErrorPage;
import com.taskmaster.webapp.error.ErrorPage.Kind;
import com.taskmaster.webapp.request.Asked;
import com.taskmaster.webapp.resume.Interruptions;
import com.taskmaster.webapp.tasks.TasksApiFailure;
import com.taskmaster.webapp.tasks.Unfinished;
import io.quarkus.logging.Log;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.resteasy.reactive.ClientWebApplicationException;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Maps failed calls to the Tasks API to pages. */
class TasksApiFailureMapper {

    private final Interruptions interruptions;
    private final Asked asked;

    TasksApiFailureMapper(Interruptions interruptions, Asked asked) {
        this.interruptions = interruptions;
        this.asked = asked;
    }

    /** If another sign-in would satisfy the API, the user is sent there, and the request is repeated afterwards. */
    @ServerExceptionMapper
    RestResponse<TemplateInstance> refused(ClientWebApplicationException e, RoutingContext request) {
        var answer = e.getResponse();
        Log.warnf("The Tasks API answered %d", answer.getStatus());
        return interruptions
                .meet(answer.getHeaderString(HttpHeaders.WWW_AUTHENTICATE), request)
                .map(next ->
                        asked.isByScript() ? SignInNeeded.marker(next) : RestResponse.<TemplateInstance>seeOther(next))
                .orElseGet(() -> switch (answer.getStatus()) {
                    case 400 -> ErrorPage.of(Status.BAD_REQUEST, Kind.BAD_REQUEST);
                    case 401 -> ended(Status.UNAUTHORIZED, Kind.SIGN_IN_REFUSED, request);
                    case 403 -> ended(Status.FORBIDDEN, Kind.TASKS_FORBIDDEN, request);
                    case 429 -> ErrorPage.of(Status.TOO_MANY_REQUESTS, Kind.TOO_MANY_REQUESTS, retryAfter(e));
                    default -> unavailable(e, request);
                });
    }

    /** A script's page still has the typed text. */
    private RestResponse<TemplateInstance> ended(Status status, Kind kind, RoutingContext request) {
        return asked.isByScript() ? ErrorPage.of(status, kind) : interruptions.end(status, kind, request);
    }

    @ServerExceptionMapper
    RestResponse<TemplateInstance> unreachable(ProcessingException e, RoutingContext request) {
        Log.warnf("The Tasks API cannot be reached: %s", withoutQueries(e.getMessage()));
        return unconfirmed(request, null);
    }

    @ServerExceptionMapper
    RestResponse<TemplateInstance> unfinished(Unfinished e) {
        Log.warnf("The Tasks API did not confirm an operation in several parts: %s", withoutQueries(e.getMessage()));
        return ErrorPage.of(Status.SERVICE_UNAVAILABLE, Kind.CHANGE_UNFINISHED);
    }

    /** Nothing was sent, so nothing can have changed. */
    @ServerExceptionMapper
    RestResponse<TemplateInstance> leftAlone(CircuitBreakerOpenException e, RoutingContext request) {
        Log.warnf("The circuit breaker of the Tasks API is open: %s", e.getMessage());
        return ErrorPage.of(
                Status.SERVICE_UNAVAILABLE, isRead(request) ? Kind.TASKS_UNAVAILABLE : Kind.CHANGE_NOT_SENT);
    }

    private static RestResponse<TemplateInstance> unavailable(ClientWebApplicationException e, RoutingContext request) {
        return !isRead(request) && e instanceof TasksApiFailure failure && failure.hasChangedNothing()
                ? ErrorPage.of(Status.SERVICE_UNAVAILABLE, Kind.CHANGE_NOT_MADE, retryAfter(e))
                : unconfirmed(request, retryAfter(e));
    }

    /** Says nothing about when to repeat a change, because it may already have been made. */
    private static RestResponse<TemplateInstance> unconfirmed(RoutingContext request, Integer wait) {
        return isRead(request)
                ? ErrorPage.of(Status.SERVICE_UNAVAILABLE, Kind.TASKS_UNAVAILABLE, wait)
                : ErrorPage.of(Status.SERVICE_UNAVAILABLE, Kind.CHANGE_UNCERTAIN);
    }

    private static boolean isRead(RoutingContext request) {
        return request.request().method() == HttpMethod.GET;
    }

    /** Seconds, as the Tasks API sends them; a date (RFC 9110 §10.2.3) is ignored. */
    private static Integer retryAfter(ClientWebApplicationException e) {
        var seconds = e.getResponse().getHeaderString(HttpHeaders.RETRY_AFTER);
        return seconds != null && seconds.matches("[1-9][0-9]{0,4}") ? Integer.valueOf(seconds) : null;
    }

    /** Search terms are personal and must not be logged. */
    private static String withoutQueries(String message) {
        return String.valueOf(message).replaceAll("\\?\\S*", "");
    }
}
