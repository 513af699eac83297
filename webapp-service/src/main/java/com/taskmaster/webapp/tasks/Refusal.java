package com.taskmaster.webapp.tasks;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.ClientWebApplicationException;

/** Why the Tasks API has not accepted a request: its problem details (RFC 9457). */
@RegisterForReflection // read from an answer that no operation names
public record Refusal(List<FieldError> errors) {

    private static final Set<String> OVERTAKEN = Set.of("version");

    public Refusal {
        errors = Objects.requireNonNullElse(errors, List.of());
    }

    @RegisterForReflection
    record FieldError(String field) {

        /** Without the operation that it belongs to, and without what is wrong inside of it. */
        private String name() {
            return field.replaceFirst("^operations\\[\\d+]\\.(changes\\.)?", "").replaceFirst("[.\\[].*", "");
        }
    }

    /** Whether operations were refused, and not the request as such: for what they say, or because others were quicker. */
    public static boolean isOfChanges(ClientWebApplicationException e) {
        return switch (e.getResponse().getStatus()) {
            case 400, 412 -> true;
            default -> false;
        };
    }

    /** The names of the fields that are wrong; {@code version} alone if another request was quicker. */
    public static Set<String> fields(ClientWebApplicationException e) {
        if (e.getResponse().getStatus() == 412) {
            return OVERTAKEN;
        }
        return e.getResponse().readEntity(Refusal.class).errors().stream()
                .map(FieldError::name)
                .collect(Collectors.toUnmodifiableSet());
    }
}
