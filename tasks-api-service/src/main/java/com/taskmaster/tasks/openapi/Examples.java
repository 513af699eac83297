package com.taskmaster.tasks.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Adds an example to each request and response body, built from the examples of its fields. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class Examples implements OASFilter {

    private static final int DEEPEST = 12;

    @Override
    public void filterOpenAPI(OpenAPI openApi) {
        var schemas = openApi.getComponents().getSchemas();
        openApi.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .forEach(operation -> {
                    if (operation.getRequestBody() != null) {
                        addTo(operation.getRequestBody().getContent(), schemas);
                    }
                    operation
                            .getResponses()
                            .getAPIResponses()
                            .values()
                            .forEach(answer -> addTo(answer.getContent(), schemas));
                });
    }

    private static void addTo(Content content, Map<String, Schema> schemas) {
        if (content != null) {
            content.getMediaTypes().values().stream()
                    .filter(type -> type.getExample() == null && type.getSchema() != null)
                    .forEach(type -> example(type.getSchema(), schemas, 0).ifPresent(type::setExample));
        }
    }

    private static Optional<Object> example(Schema schema, Map<String, Schema> schemas, int depth) {
        if (depth > DEEPEST) {
            return Optional.empty();
        }
        if (schema.getExamples() != null && !schema.getExamples().isEmpty()) {
            return Optional.of(schema.getExamples().get(0));
        }
        if (schema.getRef() != null) {
            return example(schemas.get(Schemas.nameOf(schema)), schemas, depth + 1);
        }
        if (schema.getEnumeration() != null && !schema.getEnumeration().isEmpty()) {
            return Optional.of(schema.getEnumeration().get(0));
        }
        if (schema.getItems() != null) {
            return example(schema.getItems(), schemas, depth + 1).map(List::of);
        }
        if (schema.getProperties() != null) {
            var example = new LinkedHashMap<String, Object>();
            schema.getProperties().forEach((name, property) -> example(property, schemas, depth + 1)
                    .ifPresent(value -> example.put(name, value)));
            return Optional.of(example);
        }
        if (schema.getAllOf() != null || schema.getAnyOf() != null) {
            var parts = schema.getAllOf() != null ? schema.getAllOf() : schema.getAnyOf();
            return parts.stream()
                    .flatMap(part -> example(part, schemas, depth + 1).stream())
                    .findFirst();
        }
        return Optional.empty();
    }
}
