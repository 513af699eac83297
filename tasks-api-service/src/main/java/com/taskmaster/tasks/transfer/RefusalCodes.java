package com.taskmaster.tasks.transfer;

import com.taskmaster.tasks.http.FieldCode;
import com.taskmaster.tasks.transfer.format.Reason;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** Lists every code of a {@link Reason} and a {@link FieldCode} in the OpenAPI document, so that translators notice a missing one. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class RefusalCodes implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI openApi) {
        var ofRows = Stream.of(Reason.values()).map(Reason::code).toList();
        var ofFields = Stream.of(FieldCode.values()).map(FieldCode::code);
        name(openApi, "ImportRefusal", ofRows.stream());
        name(openApi, "FieldError", Stream.concat(ofFields, ofRows.stream()).distinct());
    }

    private static void name(OpenAPI openApi, String schema, Stream<String> codes) {
        openApi.getComponents()
                .getSchemas()
                .get(schema)
                .getProperties()
                .get("code")
                .setEnumeration(List.copyOf(codes.toList()));
    }
}
