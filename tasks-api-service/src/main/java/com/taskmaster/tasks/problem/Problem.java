package com.taskmaster.tasks.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.taskmaster.tasks.http.InvalidRequest.FieldError;
import io.opentelemetry.api.trace.Span;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Problem details for HTTP APIs (RFC 9457).
 *
 * @param type the URI of a {@link ProblemType}
 * @param detail for people; reveals no class, statement or stack trace
 * @param traceId the trace under which the log has the request
 * @param errors the errors by field of the request
 */
@RegisterForReflection // only exception mappers return it
@Schema(description = "Problem details (RFC 9457)")
record Problem(
        @Schema(required = true, format = "uri", examples = "urn:problem-type:taskmaster:validation-failed")
        String type,

        @Schema(required = true, examples = "Validation failed")
        String title,

        @Schema(required = true, examples = "400") int status,

        @Schema(required = true, examples = "The request contains values that are not allowed")
        String detail,

        @Schema(required = true, examples = "4bf92f3577b34da6a3ce929d0e0e4736")
        String traceId,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldError> errors) {

    static final String MEDIA_TYPE = "application/problem+json";
    private static final long MIB = 1 << 20;

    static Problem of(ProblemType type, String detail) {
        return new Problem(type.uri(), type.title(), type.status(), detail, currentTraceId(), List.of());
    }

    /** @param largest in bytes */
    static Problem tooLarge(long largest) {
        var limit = largest < MIB ? (largest >> 10) + " KiB" : (largest >> 20) + " MiB";
        return of(ProblemType.CONTENT_TOO_LARGE, "The body is larger than " + limit);
    }

    Problem with(List<FieldError> fieldErrors) {
        return new Problem(type, title, status, detail, traceId, fieldErrors);
    }

    RestResponse<Problem> response() {
        return builder().build();
    }

    RestResponse<Problem> response(String header, Object value) {
        return builder().header(header, value).build();
    }

    private RestResponse.ResponseBuilder<Problem> builder() {
        return RestResponse.ResponseBuilder.<Problem>create(status).entity(this).type(MEDIA_TYPE);
    }

    private static String currentTraceId() {
        return Span.current().getSpanContext().getTraceId();
    }
}
