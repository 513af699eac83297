package com.taskmaster.tasks.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.taskmaster.tasks.body.BodyTooLarge;
import com.taskmaster.tasks.body.BodyTooSlow;
import com.taskmaster.tasks.http.AllowedMethods;
import com.taskmaster.tasks.http.InvalidParameter;
import com.taskmaster.tasks.http.InvalidRequest;
import com.taskmaster.tasks.http.InvalidRequest.FieldError;
import com.taskmaster.tasks.http.MergePatch;
import com.taskmaster.tasks.http.PartlyDone;
import com.taskmaster.tasks.http.Preconditions;
import com.taskmaster.tasks.http.RefusedRequest;
import com.taskmaster.tasks.limit.Busy;
import com.taskmaster.tasks.limit.RateLimitExceeded;
import com.taskmaster.tasks.limit.RetryLater;
import com.taskmaster.tasks.list.TooManyLists;
import com.taskmaster.tasks.security.BearerChallenge;
import com.taskmaster.tasks.security.RefusedToken;
import com.taskmaster.tasks.security.StepUpRequired;
import io.quarkus.logging.Log;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Maps each kind of failure to its problem details. */
class ProblemMapper {

    private final BearerChallenge challenge;
    private final AllowedMethods allowed;

    ProblemMapper(BearerChallenge challenge, AllowedMethods allowed) {
        this.challenge = challenge;
        this.allowed = allowed;
    }

    @ServerExceptionMapper
    RestResponse<Problem> missingToken(UnauthorizedException e) {
        return Problem.of(ProblemType.UNAUTHORIZED, "An access token is required")
                .response(HttpHeaders.WWW_AUTHENTICATE, challenge.missingToken());
    }

    @ServerExceptionMapper
    RestResponse<Problem> invalidToken(AuthenticationFailedException e) {
        if (ProviderOutage.isCauseOf(e)) {
            Log.warnf("Could not verify an access token: %s", e.getMessage());
            return Problem.of(
                            ProblemType.PROVIDER_UNAVAILABLE,
                            "The keys to verify access tokens cannot be fetched at the moment")
                    .response(HttpHeaders.RETRY_AFTER, 5);
        }
        var reason = RefusedToken.reason(e);
        Log.infof("Refused an access token: %s", reason);
        return Problem.of(ProblemType.INVALID_TOKEN, reason)
                .response(HttpHeaders.WWW_AUTHENTICATE, challenge.invalidToken(reason));
    }

    @ServerExceptionMapper
    RestResponse<Problem> insufficientScope(ForbiddenException e, ResourceInfo operation) {
        var required = List.of(
                operation.getResourceMethod().getAnnotation(RolesAllowed.class).value());
        return Problem.of(
                        ProblemType.INSUFFICIENT_SCOPE,
                        "The access token lacks the scope " + String.join(" ", required))
                .response(HttpHeaders.WWW_AUTHENTICATE, challenge.insufficientScope(required));
    }

    @ServerExceptionMapper
    RestResponse<Problem> stepUpRequired(StepUpRequired e) {
        var type =
                switch (e.remedy()) {
                    case SIGN_IN -> ProblemType.INSUFFICIENT_USER_AUTHENTICATION;
                    case CLAIMS -> ProblemType.INSUFFICIENT_CLAIMS;
                    case ANOTHER_CLIENT -> ProblemType.INSUFFICIENT_CLIENT;
                };
        return Problem.of(type, e.getMessage()).response(HttpHeaders.WWW_AUTHENTICATE, e.challenge());
    }

    @ServerExceptionMapper
    RestResponse<Problem> rateLimited(RateLimitExceeded e) {
        return later(ProblemType.RATE_LIMITED, e);
    }

    @ServerExceptionMapper
    RestResponse<Problem> busy(Busy e) {
        return later(ProblemType.BUSY, e);
    }

    private static RestResponse<Problem> later(ProblemType type, RetryLater e) {
        return Problem.of(type, e.getMessage())
                .response(HttpHeaders.RETRY_AFTER, e.retryAfter().toSeconds());
    }

    @ServerExceptionMapper
    RestResponse<Problem> invalidFields(ConstraintViolationException e) {
        return validationFailed(
                "The request contains values that are not allowed",
                InvalidRequest.errorsOf(e.getConstraintViolations()));
    }

    @ServerExceptionMapper
    RestResponse<Problem> invalidRequest(InvalidRequest e) {
        return validationFailed(e.getMessage(), e.errors());
    }

    @ServerExceptionMapper
    RestResponse<Problem> invalidParameter(InvalidParameter e) {
        return validationFailed("The request contains a value that is not allowed: " + e.name(), List.of(e.error()));
    }

    @ServerExceptionMapper
    RestResponse<Problem> tooManyLists(TooManyLists e) {
        return Problem.of(ProblemType.TOO_MANY_LISTS, e.getMessage()).response();
    }

    /** MismatchedInputException is listed because the framework's own mapper for it reveals class names. */
    @ServerExceptionMapper({JsonProcessingException.class, MismatchedInputException.class})
    RestResponse<Problem> unreadableJson(JsonProcessingException e) {
        var problem = Problem.of(ProblemType.MALFORMED_BODY, "The body is not the expected JSON");
        return InvalidRequest.errorOf(e)
                .map(error -> problem.with(List.of(error)))
                .orElse(problem)
                .response();
    }

    @ServerExceptionMapper
    RestResponse<Problem> http(WebApplicationException e, Request request) {
        if (e.getCause() instanceof JsonProcessingException malformed) {
            return unreadableJson(malformed);
        }
        var status = e.getResponse().getStatus();
        if (Status.Family.familyOf(status) == Status.Family.SERVER_ERROR) {
            return fault(e);
        }
        var problem = Problem.of(ProblemType.of(status), detailOf(e));
        return status == Status.UNSUPPORTED_MEDIA_TYPE.getStatusCode()
                        && request.getMethod().equals(HttpMethod.PATCH)
                ? problem.response(MergePatch.ACCEPT_PATCH, MergePatch.MEDIA_TYPE) // RFC 5789 §2.2
                : problem.response();
    }

    @ServerExceptionMapper
    RestResponse<Problem> methodNotAllowed(NotAllowedException e, UriInfo request) {
        return Problem.of(ProblemType.METHOD_NOT_ALLOWED, "This resource does not support this method")
                .response(HttpHeaders.ALLOW, allowed.at(request));
    }

    @ServerExceptionMapper
    RestResponse<Problem> tooLarge(BodyTooLarge e) {
        return Problem.tooLarge(e.largest()).response();
    }

    @ServerExceptionMapper(BodyTooSlow.class)
    RestResponse<Problem> tooSlow() {
        return Problem.of(ProblemType.REQUEST_TIMEOUT, "The body took too long to arrive")
                .response();
    }

    /** The connection broke, or a file upload timed out. */
    @ServerExceptionMapper({IOException.class, UncheckedIOException.class})
    RestResponse<Problem> unreadable(Exception e) {
        return e.getCause() instanceof InterruptedIOException
                ? tooSlow()
                : Problem.of(ProblemType.BAD_REQUEST, "The request could not be read completely")
                        .response();
    }

    /** Whatever the failure: not even one that says so has changed nothing. */
    @ServerExceptionMapper
    RestResponse<Problem> partlyDone(PartlyDone e) {
        if (DatabaseFailure.behind(e).isEmpty()) {
            return fault(e);
        }
        Log.warnf("A request was carried out in part: %s", e.getMessage());
        return Problem.of(
                        ProblemType.PARTLY_DONE,
                        "Some of the tasks were changed before the database failed to change the others; repeat the request to change these")
                .response(HttpHeaders.RETRY_AFTER, 5);
    }

    @ServerExceptionMapper
    RestResponse<Problem> unexpected(Exception e, HttpHeaders headers) {
        return DatabaseFailure.behind(e)
                .map(failure -> failed(failure, e, headers))
                .orElseGet(() -> fault(e));
    }

    /** The database decides races; the response tells the loser what to do. */
    private static RestResponse<Problem> failed(DatabaseFailure failure, Exception e, HttpHeaders headers) {
        return switch (failure) {
            case CHANGED_MEANWHILE ->
                headers.getHeaderString(HttpHeaders.IF_MATCH) == null
                        ? conflict()
                        : Problem.of(
                                        ProblemType.PRECONDITION_FAILED,
                                        Preconditions.stale().getMessage())
                                .response();
            case CONFLICT -> conflict();
            case DEADLOCK, CONTENTION ->
                Problem.of(
                                ProblemType.CONTENTION,
                                "This request conflicted with concurrent ones for the same tasks or lists; retry it")
                        .response(HttpHeaders.RETRY_AFTER, 1);
            case TIMEOUT -> {
                Log.warnf("The database took too long to respond: %s", e.getMessage());
                yield Problem.of(
                                ProblemType.DATABASE_TIMEOUT,
                                "The database took too long to respond; nothing was changed")
                        .response(HttpHeaders.RETRY_AFTER, 5);
            }
            case OUTAGE -> {
                Log.warnf("The database cannot be reached: %s", e.getMessage());
                yield Problem.of(ProblemType.DATABASE_UNAVAILABLE, "Tasks cannot be read or changed at the moment")
                        .response(HttpHeaders.RETRY_AFTER, 5);
            }
        };
    }

    private static RestResponse<Problem> conflict() {
        return Problem.of(
                        ProblemType.CONFLICT,
                        "Another request changed what this one depends on; read it again and retry")
                .response();
    }

    private static RestResponse<Problem> fault(Exception e) {
        Log.error("A request failed unexpectedly", e);
        return Problem.of(
                        ProblemType.INTERNAL_SERVER_ERROR,
                        "Something went wrong; the log has the details under the trace id")
                .response();
    }

    /** The framework's own messages are for developers, not for callers. */
    private static String detailOf(WebApplicationException e) {
        if (e instanceof RefusedRequest) {
            return e.getMessage();
        }
        return switch (e.getResponse().getStatus()) {
            case 404 -> "There is no resource at this address";
            case 406 -> "This operation does not produce any of the accepted media types";
            case 415 -> "This operation does not consume this media type";
            default -> "The request cannot be processed";
        };
    }

    private static RestResponse<Problem> validationFailed(String detail, List<FieldError> errors) {
        return Problem.of(ProblemType.VALIDATION_FAILED, detail).with(errors).response();
    }
}
