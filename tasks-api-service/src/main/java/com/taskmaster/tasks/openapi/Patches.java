package com.taskmaster.tasks.openapi;

import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import com.taskmaster.tasks.http.MergePatch;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * Derives the schema of each JSON Merge Patch (RFC 7396) from the schema that it patches: no member is required, and
 * all but the mandatory ones may be {@code null}, which clears them.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class Patches implements OASFilter {

    /** Sorted, because {@code Map.of} has a different order in each JVM and the document is compared with a file. */
    private static final Map<String, String> PATCHES = new TreeMap<>(Map.of(
            "Due", "DuePatch",
            "ListDetails", "ListPatch",
            "Repeat", "RepeatPatch",
            "TaskDetails", "TaskPatch"));

    /** The mandatory members of a task, a list, a due date and a repetition. */
    private static final List<String> NEVER_CLEARED = List.of("title", "name", "date", "rule");

    @Override
    public void filterOpenAPI(OpenAPI openApi) {
        var components = openApi.getComponents();
        PATCHES.forEach((details, patch) -> {
            components.addSchema(patch, patchOf(components.getSchemas().get(details)));
        });
        openApi.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .filter(operation -> operation.getRequestBody() != null)
                .map(operation -> operation.getRequestBody().getContent().getMediaType(MergePatch.MEDIA_TYPE))
                .filter(patch -> patch != null)
                .forEach(patch -> patch.setSchema(refersTo(patch.getSchema())));
        var bulk = components.getSchemas().get("BulkOperation");
        bulk.addProperty("changes", refersTo(bulk.getProperties().get("changes")));
    }

    private static Schema refersTo(Schema details) {
        return createSchema().ref(PATCHES.get(Schemas.nameOf(details)));
    }

    private static boolean isPatched(Schema property) {
        return property.getRef() != null && PATCHES.containsKey(Schemas.nameOf(property));
    }

    private static Schema patchOf(Schema details) {
        var patch =
                createSchema().addType(SchemaType.OBJECT).description("null clears a member, an absent member is kept");
        details.getProperties()
                .forEach((name, property) -> patch.addProperty(
                        name,
                        NEVER_CLEARED.contains(name)
                                ? property
                                : createSchema()
                                        .addAnyOf(isPatched(property) ? refersTo(property) : property)
                                        .addAnyOf(createSchema().addType(SchemaType.NULL))));
        return patch;
    }
}
