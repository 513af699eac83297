package com.taskmaster.webapp.resume;

import io.quarkus.qute.TemplateData;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * A request that has to wait for a sign-in.
 *
 * @param subject whose it is: nobody else may go on with it
 * @param path with its query
 * @param fields of the form, in order; none if it was no form
 */
@RegisterForReflection // kept as JSON, encrypted
@TemplateData
record Interruption(String subject, boolean form, String path, List<Field> fields, Demand demand) {

    /** The text that a person typed, for that person to see; {@code null} if the form had none. */
    public String typed() {
        return fields.stream()
                .filter(field -> field.name().equals("title"))
                .map(Field::value)
                .findFirst()
                .orElse(null);
    }

    /** A field of a form that was filled in. */
    @RegisterForReflection // kept as JSON, encrypted
    @TemplateData
    record Field(String name, String value) {}
}
