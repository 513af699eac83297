package com.taskmaster.tasks.openapi;

import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;
import static org.eclipse.microprofile.openapi.OASFactory.createContent;
import static org.eclipse.microprofile.openapi.OASFactory.createMediaType;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import com.taskmaster.tasks.http.MergePatch;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Adds to each operation the errors that it can be answered with, each with its problem details and headers. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ErrorAnswers implements OASFilter {

    private static final String PROBLEM = "#/components/schemas/Problem";

    private enum Kind {
        BAD_REQUEST(400, "validation-failed", "Validation failed", "The request holds values that are not allowed"),
        UNAUTHORIZED(401, "invalid-token", "Invalid token", "The access token is not accepted"),
        FORBIDDEN(403, "insufficient-scope", "Insufficient scope", "The access token lacks the scope tasks.write"),
        NOT_FOUND(404, "not-found", "Not Found", "There is no such task"),
        NOT_ACCEPTABLE(
                406,
                "not-acceptable",
                "Not Acceptable",
                "This operation does not write the media types that are asked for"),
        TIMEOUT(408, "request-timeout", "Request Timeout", "The body took longer than it is waited for"),
        CONFLICT(409, "conflict", "Conflict", "The inbox cannot be deleted"),
        PRECONDITION_FAILED(
                412,
                "precondition-failed",
                "Precondition Failed",
                "It has been changed since it was read; read it again"),
        TOO_LARGE(413, "content-too-large", "Content too large", "The body is larger than 1 MiB"),
        UNSUPPORTED_MEDIA_TYPE(
                415,
                "unsupported-media-type",
                "Unsupported Media Type",
                "This operation does not read this media type"),
        UNPROCESSABLE(
                422,
                "unprocessable-entity",
                "Unprocessable Entity",
                "This Idempotency-Key came with another request before"),
        PRECONDITION_REQUIRED(
                428,
                "precondition-required",
                "Precondition Required",
                "This operation needs If-Match with the ETag that was read"),
        TOO_MANY_REQUESTS(
                429,
                "rate-limited",
                "Too many requests",
                "Too many requests were made in the name of this user; the next is welcome in 1 s"),
        FAULT(
                500,
                "internal-server-error",
                "Internal Server Error",
                "Something went wrong here; the log has it under the trace id"),
        UNAVAILABLE(
                503,
                "database-unavailable",
                "Database unavailable",
                "The tasks cannot be read or changed at the moment");

        private final int status;
        private final String type;
        private final String title;
        private final String detail;

        Kind(int status, String type, String title, String detail) {
            this.status = status;
            this.type = type;
            this.title = title;
            this.detail = detail;
        }

        private String component() {
            return Arrays.stream(name().split("_"))
                    .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining());
        }
    }

    @Override
    public void filterOpenAPI(OpenAPI openApi) {
        Arrays.stream(Kind.values())
                .forEach(kind -> openApi.getComponents().addResponse(kind.component(), answer(kind)));
        openApi.getPaths().getPathItems().forEach((path, item) -> item.getOperations().values().stream()
                .forEach(operation -> kinds(path, operation).forEach(kind -> add(operation, kind))));
    }

    private static List<Kind> kinds(String path, Operation operation) {
        var secured = operation.getSecurity() != null;
        var body = operation.getRequestBody() != null;
        return Arrays.stream(Kind.values())
                .filter(kind -> switch (kind) {
                    case BAD_REQUEST, FAULT -> true;
                    case UNAUTHORIZED, FORBIDDEN, TOO_MANY_REQUESTS, UNAVAILABLE -> secured;
                    case NOT_ACCEPTABLE -> !operation.getResponses().hasAPIResponse("204");
                    case NOT_FOUND -> path.contains("{") || !secured;
                    case CONFLICT -> body || path.startsWith("/lists/");
                    case TIMEOUT, TOO_LARGE, UNSUPPORTED_MEDIA_TYPE -> body;
                    case PRECONDITION_FAILED -> refersTo(operation, "If-Match") || refersTo(operation, "If-None-Match");
                    case PRECONDITION_REQUIRED -> refersTo(operation, "If-Match");
                    case UNPROCESSABLE -> refersTo(operation, "Idempotency-Key");
                })
                .toList();
    }

    private static boolean refersTo(Operation operation, String parameter) {
        return parameters(operation).stream().anyMatch(candidate -> Optional.ofNullable(candidate.getRef())
                .filter(ref -> ref.endsWith("/" + parameter))
                .isPresent());
    }

    private static List<Parameter> parameters(Operation operation) {
        return Optional.ofNullable(operation.getParameters()).orElse(List.of());
    }

    /** What an operation says of an error by itself stays. */
    private static void add(Operation operation, Kind kind) {
        var status = Integer.toString(kind.status);
        var answers = operation.getResponses();
        var said = answers.getAPIResponse(status);
        if (said == null || said.getContent() == null && said.getRef() == null) {
            answers.addAPIResponse(status, createAPIResponse().ref(kind.component()));
        }
    }

    private static APIResponse answer(Kind kind) {
        var example = new TreeMap<String, Object>(Map.of(
                "type", "urn:problem-type:taskmaster:" + kind.type,
                "title", kind.title,
                "status", kind.status,
                "detail", kind.detail,
                "traceId", "4bf92f3577b34da6a3ce929d0e0e4736"));
        if (kind == Kind.BAD_REQUEST) {
            example.put("errors", List.of(new TreeMap<>(Map.of("field", "title", "message", "must not be blank"))));
        }
        var answer = createAPIResponse()
                .description(kind.title)
                .content(createContent()
                        .addMediaType(
                                "application/problem+json",
                                createMediaType()
                                        .schema(createSchema().ref(PROBLEM))
                                        .example(example)));
        return switch (kind) {
            case UNAUTHORIZED, FORBIDDEN ->
                answer.addHeader("WWW-Authenticate", header("The challenge (RFC 6750 §3)", true));
            case TOO_MANY_REQUESTS, UNAVAILABLE -> answer.addHeader("Retry-After", header("Seconds to wait", true));
            case UNSUPPORTED_MEDIA_TYPE ->
                answer.addHeader(MergePatch.ACCEPT_PATCH, header("With PATCH: what it takes (RFC 5789 §2.2)", false));
            default -> answer;
        };
    }

    private static Header header(String description, boolean required) {
        return OASFactory.createHeader()
                .description(description)
                .required(required)
                .schema(createSchema().addType(SchemaType.STRING));
    }
}
