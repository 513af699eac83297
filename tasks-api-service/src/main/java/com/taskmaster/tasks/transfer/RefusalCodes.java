package com.taskmaster.tasks.transfer;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** Names every code of a {@link Reason} in the contract, so that whoever translates them knows when one is missing. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class RefusalCodes implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI openApi) {
        List<Object> codes =
                Stream.of(Reason.values()).<Object>map(Reason::code).toList();
        openApi.getComponents()
                .getSchemas()
                .get("ImportRefusal")
                .getProperties()
                .get("code")
                .setEnumeration(codes);
    }
}
