package com.taskmaster.tasks.openapi;

import org.eclipse.microprofile.openapi.models.media.Schema;

/** References to schemas of the OpenAPI document. */
final class Schemas {

    private static final String PLACE = "#/components/schemas/";

    private Schemas() {}

    static String nameOf(Schema reference) {
        return reference.getRef().substring(PLACE.length());
    }
}
