package com.taskmaster.webapp.resume;

import com.taskmaster.webapp.request.Address;
import io.quarkus.qute.TemplateData;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Set;

/**
 * A request that waits for a sign-in.
 *
 * @param subject the user who sent it; nobody else may resume it
 * @param session the session that does not meet the demand; {@code null} if it had already ended
 * @param path includes the query
 * @param fields the fields of the form, in order; empty if the request has no form
 */
@RegisterForReflection // stored as encrypted JSON
@TemplateData
record Interruption(String subject, String session, boolean form, String path, List<Field> fields, Demand demand) {

    private static final Set<String> WRITTEN = Set.of("title", "notes", "tags", "tag", "rule", "step", "name");

    /** What the user has typed, to be shown to that user; choices and hidden fields are left out. */
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

    /** Whether the sign-in is still to come: one that meets the demand starts another session. */
    boolean waitsIn(String session) {
        return !demand.asksForNothing() && session.equals(this.session);
    }

    /** A field of a submitted form. */
    @RegisterForReflection // stored as encrypted JSON
    @TemplateData
    record Field(String name, String value) {}
}
