package com.taskmaster.tasks.openapi;

import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;
import static org.eclipse.microprofile.openapi.OASFactory.createContent;
import static org.eclipse.microprofile.openapi.OASFactory.createMediaType;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import com.taskmaster.tasks.http.MergePatch;
import com.taskmaster.tasks.problem.ProblemType;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Documents the errors of each operation with their problem details and headers. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ErrorResponses implements OASFilter {

    private enum Kind {
        BAD_REQUEST(ProblemType.VALIDATION_FAILED, "The request contains values that are not allowed"),
        UNAUTHORIZED(ProblemType.INVALID_TOKEN, "The access token is not accepted"),
        FORBIDDEN(ProblemType.INSUFFICIENT_SCOPE, "The access token lacks the scope tasks.write"),
        NOT_FOUND(ProblemType.NOT_FOUND, "There is no such task"),
        NOT_ACCEPTABLE(ProblemType.NOT_ACCEPTABLE, "This operation does not produce any of the accepted media types"),
        TIMEOUT(ProblemType.REQUEST_TIMEOUT, "The body took too long to arrive"),
        CONFLICT(ProblemType.CONFLICT, "The inbox cannot be deleted"),
        PRECONDITION_FAILED(
                ProblemType.PRECONDITION_FAILED, "The resource has been changed since you read it; read it again"),
        TOO_LARGE(ProblemType.CONTENT_TOO_LARGE, "The body is larger than 1 MiB"),
        UNSUPPORTED_MEDIA_TYPE(ProblemType.UNSUPPORTED_MEDIA_TYPE, "This operation does not consume this media type"),
        UNPROCESSABLE(ProblemType.UNPROCESSABLE_ENTITY, "This Idempotency-Key was used for a different request before"),
        PRECONDITION_REQUIRED(
                ProblemType.PRECONDITION_REQUIRED, "This operation requires If-Match with the ETag that was read"),
        TOO_MANY_REQUESTS(
                ProblemType.RATE_LIMITED, "Too many requests were made in the name of this user; try again in 1 s"),
        FAULT(ProblemType.INTERNAL_SERVER_ERROR, "Something went wrong; the log has the details under the trace id"),
        UNAVAILABLE(ProblemType.DATABASE_UNAVAILABLE, "Tasks cannot be read or changed at the moment");

        private final ProblemType type;
        private final String detail;

        Kind(ProblemType type, String detail) {
            this.type = type;
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

    /** Keeps what an operation documents itself. */
    private static void add(Operation operation, Kind kind) {
        var status = Integer.toString(kind.type.status());
        var answers = operation.getResponses();
        var said = answers.getAPIResponse(status);
        if (said == null || said.getContent() == null && said.getRef() == null) {
            answers.addAPIResponse(status, createAPIResponse().ref(kind.component()));
        }
    }

    private static APIResponse answer(Kind kind) {
        var example = new TreeMap<String, Object>(Map.of(
                "type", kind.type.uri(),
                "title", kind.type.title(),
                "status", kind.type.status(),
                "detail", kind.detail,
                "traceId", "4bf92f3577b34da6a3ce929d0e0e4736"));
        if (kind == Kind.BAD_REQUEST) {
            example.put("errors", List.of(new TreeMap<>(Map.of("field", "title", "message", "must not be blank"))));
        }
        var answer = createAPIResponse()
                .description(kind.type.title())
                .content(createContent()
                        .addMediaType(
                                "application/problem+json",
                                createMediaType()
                                        .schema(createSchema().ref("Problem"))
                                        .example(example)));
        return switch (kind) {
            case UNAUTHORIZED, FORBIDDEN ->
                answer.addHeader("WWW-Authenticate", ResponseHeaders.header("The challenge (RFC 6750 §3)", true));
            case TOO_MANY_REQUESTS, UNAVAILABLE ->
                answer.addHeader("Retry-After", ResponseHeaders.header("Seconds to wait", true));
            case UNSUPPORTED_MEDIA_TYPE ->
                answer.addHeader(
                        MergePatch.ACCEPT_PATCH,
                        ResponseHeaders.header("Only for PATCH: the supported patch formats (RFC 5789 §2.2)", false));
            default -> answer;
        };
    }
}
