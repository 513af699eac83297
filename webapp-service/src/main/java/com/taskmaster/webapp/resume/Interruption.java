package com.taskmaster.webapp.resume;

import com.taskmaster.webapp.request.Address;
import io.quarkus.qute.TemplateData;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Set;

/**
 * A request that has to wait for a sign-in.
 *
 * @param subject whose it is: nobody else may go on with it
 * @param session the session that does not meet the demand; {@code null} if there was none any more
 * @param path with its query
 * @param fields of the form, in order; none if it was no form
 */
@RegisterForReflection // kept as JSON, encrypted
@TemplateData
record Interruption(String subject, String session, boolean form, String path, List<Field> fields, Demand demand) {

    private static final Set<String> WRITTEN = Set.of("title", "notes", "tags", "tag", "rule", "step", "name");

    /** What a person has typed, for that person to see; what was chosen or comes with the page is left out. */
    public List<String> typed() {
        return fields.stream()
                .filter(field ->
                        WRITTEN.contains(field.name()) && !field.value().isBlank())
                .map(Field::value)
                .toList();
    }

    public Address address() {
        return new Address(path);
    }

    /** Whether the sign-in that it waits for is still to come: a session that meets the demand is another one. */
    boolean waitsIn(String session) {
        return !demand.asksForNothing() && session.equals(this.session);
    }

    /** A field of a form that was filled in. */
    @RegisterForReflection // kept as JSON, encrypted
    @TemplateData
    record Field(String name, String value) {}
}
