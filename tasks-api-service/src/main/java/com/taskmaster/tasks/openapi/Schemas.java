package com.taskmaster.tasks.openapi;

import org.eclipse.microprofile.openapi.models.media.Schema;

/** The schemas of the document that others refer to. */
final class Schemas {

    private static final String PLACE = "#/components/schemas/";

    private Schemas() {}

    static String nameOf(Schema reference) {
        return reference.getRef().substring(PLACE.length());
    }
}
