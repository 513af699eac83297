package com.taskmaster.tasks.problem;

import java.util.Arrays;

/**
 * The problem types, each with a stable URI that clients may rely on. Titles are spelled out because official names
 * change: 422 has had two (RFC 4918, RFC 9110).
 */
public enum ProblemType {
    BAD_REQUEST(400, "bad-request", "Bad Request"),
    VALIDATION_FAILED(400, "validation-failed", "Validation failed"),
    MALFORMED_BODY(400, "malformed-body", "Malformed body"),
    UNAUTHORIZED(401, "unauthorized", "Unauthorized"),
    INVALID_TOKEN(401, "invalid-token", "Invalid token"),
    INSUFFICIENT_USER_AUTHENTICATION(401, "insufficient-user-authentication", "Sign in again"),
    INSUFFICIENT_CLAIMS(401, "insufficient-claims", "Sign in again"),
    INSUFFICIENT_SCOPE(403, "insufficient-scope", "Insufficient scope"),
    INSUFFICIENT_CLIENT(403, "insufficient-client", "Another client is needed"),
    NOT_FOUND(404, "not-found", "Not Found"),
    METHOD_NOT_ALLOWED(405, "method-not-allowed", "Method Not Allowed"),
    NOT_ACCEPTABLE(406, "not-acceptable", "Not Acceptable"),
    REQUEST_TIMEOUT(408, "request-timeout", "Request Timeout"),
    CONFLICT(409, "conflict", "Conflict"),
    TOO_MANY_LISTS(409, "too-many-lists", "Too many lists"),
    PRECONDITION_FAILED(412, "precondition-failed", "Precondition Failed"),
    CONTENT_TOO_LARGE(413, "content-too-large", "Content too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "unsupported-media-type", "Unsupported Media Type"),
    UNPROCESSABLE_ENTITY(422, "unprocessable-entity", "Unprocessable Entity"),
    PRECONDITION_REQUIRED(428, "precondition-required", "Precondition Required"),
    RATE_LIMITED(429, "rate-limited", "Too many requests"),
    INTERNAL_SERVER_ERROR(500, "internal-server-error", "Internal Server Error"),
    BUSY(503, "busy", "Busy"),
    CONTENTION(503, "contention", "Concurrent requests"),
    DATABASE_TIMEOUT(503, "database-timeout", "Database timeout"),
    DATABASE_UNAVAILABLE(503, "database-unavailable", "Database unavailable"),
    PARTLY_DONE(503, "partly-done", "Partly done"),
    PROVIDER_UNAVAILABLE(503, "provider-unavailable", "OpenID provider unavailable");

    private static final String TYPES = "urn:problem-type:taskmaster:";

    private final int status;
    private final String name;
    private final String title;

    ProblemType(int status, String name, String title) {
        this.status = status;
        this.name = name;
        this.title = title;
    }

    /** For errors of the framework: the first type with this status, or bad request. */
    static ProblemType of(int status) {
        return Arrays.stream(values())
                .filter(type -> type.status == status)
                .findFirst()
                .orElse(BAD_REQUEST);
    }

    public String uri() {
        return TYPES + name;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }
}
