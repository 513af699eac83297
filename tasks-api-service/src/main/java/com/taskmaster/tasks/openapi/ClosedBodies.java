package com.taskmaster.tasks.openapi;

import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Declares that request bodies have no other members than their schemas name ({@code additionalProperties}), because the API
 * refuses unknown members. Responses may get new members, except in values that requests contain, too, such as a due date.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = ClosedBodies.AFTER_THOSE_THAT_ADD_SCHEMAS)
public class ClosedBodies implements OASFilter {

    static final int AFTER_THOSE_THAT_ADD_SCHEMAS = 0;

    @Override
    public void filterOpenAPI(OpenAPI openApi) {
        var schemas = openApi.getComponents().getSchemas();
        openApi.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .filter(operation -> operation.getRequestBody() != null)
                .flatMap(operation -> operation.getRequestBody().getContent().getMediaTypes().values().stream())
                .filter(type -> type.getSchema() != null)
                .forEach(type -> close(type.getSchema(), schemas));
    }

    private static void close(Schema schema, Map<String, Schema> schemas) {
        if (schema.getRef() != null) {
            close(schemas.get(Schemas.nameOf(schema)), schemas);
        }
        if (schema.getItems() != null) {
            close(schema.getItems(), schemas);
        }
        if (schema.getAnyOf() != null) {
            schema.getAnyOf().forEach(alternative -> close(alternative, schemas));
        }
        if (schema.getProperties() != null) {
            schema.setAdditionalPropertiesSchema(createSchema().booleanSchema(false));
            schema.getProperties().values().forEach(property -> close(property, schemas));
        }
    }
}
