package com.taskmaster.tasks.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Documents the response headers that callers act upon: of created entries, versioned resources and pages. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ResponseHeaders implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI openApi) {
        openApi.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .forEach(ResponseHeaders::add);
    }

    private static void add(Operation operation) {
        answer(operation, "201").ifPresent(made -> {
            made.addHeader("Location", header("Where it is, relative to this host (RFC 9110 §10.2.2)", true));
            made.addHeader("ETag", etag());
        });
        if (hasParameter(operation, "If-Match") || hasParameter(operation, "If-None-Match")) {
            answer(operation, "200").ifPresent(found -> found.addHeader("ETag", etag()));
            answer(operation, "304").ifPresent(known -> known.addHeader("ETag", etag()));
        }
        answer(operation, "200")
                .filter(file -> file.getContent() != null && file.getContent().hasMediaType("text/csv"))
                .ifPresent(file -> file.addHeader("Content-Disposition", header("A name for the file", true)));
        if (hasParameter(operation, "cursor")) {
            answer(operation, "200")
                    .ifPresent(page -> page.addHeader(
                            "Link", header("With rel=\"next\", where there is a next page (RFC 8288)", false)));
        }
    }

    private static Optional<APIResponse> answer(Operation operation, String status) {
        return Optional.ofNullable(operation.getResponses().getAPIResponse(status));
    }

    private static boolean hasParameter(Operation operation, String name) {
        return operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(parameter ->
                                parameter.getRef() != null && parameter.getRef().endsWith("/" + name));
    }

    private static Header etag() {
        return header("Its version, to be sent back as If-Match", true);
    }

    static Header header(String description, boolean required) {
        return OASFactory.createHeader()
                .description(description)
                .required(required)
                .schema(OASFactory.createSchema().addType(SchemaType.STRING));
    }
}
