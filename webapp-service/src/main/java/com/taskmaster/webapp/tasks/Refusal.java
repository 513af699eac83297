package com.taskmaster.webapp.tasks;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.ClientWebApplicationException;

/** Why the Tasks API has not accepted a request: its problem details (RFC 9457). */
@RegisterForReflection // read from an answer that no operation names
public record Refusal(List<FieldError> errors) {

    @RegisterForReflection
    record FieldError(String field) {}

    /** The names of the fields that are wrong, without what is wrong inside of them. */
    public static Set<String> fields(ClientWebApplicationException e) {
        return e.getResponse().readEntity(Refusal.class).errors().stream()
                .map(error -> error.field().replaceFirst("[.\\[].*", ""))
                .collect(Collectors.toUnmodifiableSet());
    }
}
