package com.taskmaster.tasks.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.taskmaster.tasks.limit.RateLimitExceeded;
import com.taskmaster.tasks.security.BearerChallenge;
import com.taskmaster.tasks.security.StepUpRequired;
import io.quarkus.logging.Log;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What a caller is told of each kind of failure. */
class ProblemMapper {

    private final BearerChallenge challenge;

    ProblemMapper(BearerChallenge challenge) {
        this.challenge = challenge;
    }

    @ServerExceptionMapper
    RestResponse<Problem> missingToken(UnauthorizedException e) {
        return Problem.of(Status.UNAUTHORIZED, "An access token is needed")
                .response(HttpHeaders.WWW_AUTHENTICATE, challenge.missingToken());
    }

    @ServerExceptionMapper
    RestResponse<Problem> invalidToken(AuthenticationFailedException e) {
        if (ProviderOutage.isCauseOf(e)) {
            Log.warnf("An access token could not be checked: %s", e.getMessage());
            return Problem.of(
                            "provider-unavailable",
                            Status.SERVICE_UNAVAILABLE,
                            "OpenID provider unavailable",
                            "The keys that access tokens are checked with cannot be read at the moment")
                    .response(HttpHeaders.RETRY_AFTER, 5);
        }
        return Problem.of("invalid-token", Status.UNAUTHORIZED, "Invalid token", "The access token is not accepted")
                .response(HttpHeaders.WWW_AUTHENTICATE, challenge.invalidToken());
    }

    @ServerExceptionMapper
    RestResponse<Problem> insufficientScope(ForbiddenException e, ResourceInfo operation) {
        var required = List.of(
                operation.getResourceMethod().getAnnotation(RolesAllowed.class).value());
        return Problem.of(
                        "insufficient-scope",
                        Status.FORBIDDEN,
                        "Insufficient scope",
                        "The access token lacks the scope " + String.join(" ", required))
                .response(HttpHeaders.WWW_AUTHENTICATE, challenge.insufficientScope(required));
    }

    @ServerExceptionMapper
    RestResponse<Problem> stepUpRequired(StepUpRequired e) {
        return Problem.of(e.error().replace('_', '-'), Status.UNAUTHORIZED, "Sign in again", e.getMessage())
                .response(HttpHeaders.WWW_AUTHENTICATE, e.challenge());
    }

    @ServerExceptionMapper
    RestResponse<Problem> rateLimited(RateLimitExceeded e) {
        return Problem.of("rate-limited", Status.TOO_MANY_REQUESTS, "Too many requests", e.getMessage())
                .response(HttpHeaders.RETRY_AFTER, e.retryAfter().toSeconds());
    }

    @ServerExceptionMapper
    RestResponse<Problem> invalidFields(ConstraintViolationException e) {
        var errors = e.getConstraintViolations().stream()
                .map(violation -> new Problem.FieldError(fieldOf(violation), violation.getMessage()))
                .sorted(Comparator.comparing(Problem.FieldError::field).thenComparing(Problem.FieldError::message))
                .toList();
        return Problem.of(
                        "validation-failed",
                        Status.BAD_REQUEST,
                        "Validation failed",
                        "The request holds values that are not allowed")
                .with(errors)
                .response();
    }

    /** MismatchedInputException is named because the framework's own mapper for it would show class names. */
    @ServerExceptionMapper({JsonProcessingException.class, MismatchedInputException.class})
    RestResponse<Problem> unreadableJson(JsonProcessingException e) {
        var problem = Problem.of(
                "malformed-body",
                Status.BAD_REQUEST,
                "Malformed body",
                "The body is not the JSON that is expected here");
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            var field = mapping.getPath().stream()
                    .map(reference -> reference.getFieldName() == null
                            ? "[" + reference.getIndex() + "]"
                            : reference.getFieldName())
                    .collect(Collectors.joining("."));
            return problem.with(List.of(new Problem.FieldError(field, "has a value of the wrong type")))
                    .response();
        }
        return problem.response();
    }

    @ServerExceptionMapper
    RestResponse<Problem> http(WebApplicationException e) {
        if (e.getCause() instanceof JsonProcessingException malformed) {
            return unreadableJson(malformed);
        }
        var status = Status.fromStatusCode(e.getResponse().getStatus());
        if (status == null || status.getFamily() == Status.Family.SERVER_ERROR) {
            return unexpected(e);
        }
        var response = Problem.of(status, detailOf(e, status)).response();
        e.getResponse().getHeaders().forEach((name, values) -> {
            if (name.equalsIgnoreCase(HttpHeaders.ALLOW)) {
                response.getHeaders().addAll(name, values.toArray());
            }
        });
        return response;
    }

    @ServerExceptionMapper
    RestResponse<Problem> unexpected(Exception e) {
        Log.error("A request failed unexpectedly", e);
        return Problem.of(Status.INTERNAL_SERVER_ERROR, "Something went wrong here; the log has it under the trace id")
                .response();
    }

    /** The framework's own messages ("HTTP 404 Not Found") say nothing that the status does not. */
    private static String detailOf(WebApplicationException e, Status status) {
        return e.getMessage() == null || e.getMessage().startsWith("HTTP ")
                ? switch (status) {
                    case NOT_FOUND -> "There is nothing at this address";
                    case METHOD_NOT_ALLOWED -> "This address does not answer this method";
                    case UNSUPPORTED_MEDIA_TYPE -> "This operation does not read this media type";
                    case NOT_ACCEPTABLE -> "This operation does not write the media types that are asked for";
                    default -> status.getReasonPhrase();
                }
                : e.getMessage();
    }

    private static String fieldOf(ConstraintViolation<?> violation) {
        var properties = StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .filter(node -> node.getKind() == ElementKind.PROPERTY)
                .map(Object::toString)
                .collect(Collectors.joining("."));
        return properties.isEmpty() ? "body" : properties;
    }
}
