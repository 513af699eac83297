package com.taskmaster.webapp.tasks;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jboss.resteasy.reactive.ClientWebApplicationException;

/** Why the Tasks API rejected a request: its problem details (RFC 9457). */
@RegisterForReflection // read from error responses, which no client method declares
public record Refusal(List<FieldError> errors) {

    private static final String VERSION = "version";
    /** A rejection of the task as a whole, shown at its first field. */
    private static final Refusal UNEXPLAINED = new Refusal(List.of(new FieldError("title", null, null)));

    private static final Refusal OVERTAKEN = new Refusal(List.of(new FieldError(VERSION, null, null)));

    public Refusal {
        errors = Objects.requireNonNullElse(errors, List.of());
    }

    @RegisterForReflection
    record FieldError(String field, String code, Integer most) {

        /**
         * The name of the form's field: without the operation that it belongs to and the path within it. The name of a
         * list that is created with a task belongs to the field {@code list}.
         */
        private String name() {
            var name = field.replaceFirst("^operations\\[\\d+]\\.(changes\\.)?", "")
                    .replaceFirst("[.\\[].*", "");
            return name.equals("name") ? "list" : name;
        }

        private BrokenRule brokenRule() {
            return BrokenRule.of(name(), code, most);
        }
    }

    /** Whether the content was rejected (400) or a concurrent change came first (409, 412), not the request as such. */
    public static boolean isOfChanges(ClientWebApplicationException e) {
        return switch (e.getResponse().getStatus()) {
            case 400, 409, 412 -> true;
            default -> false;
        };
    }

    /** Reads the response's body, which is possible only once. */
    public static Refusal of(ClientWebApplicationException e) {
        if (e.getResponse().getStatus() != 400) {
            return OVERTAKEN;
        }
        return Optional.ofNullable(e.getResponse().readEntity(Refusal.class))
                .filter(refusal -> !refusal.errors().isEmpty())
                .orElse(UNEXPLAINED);
    }

    /** Whether a concurrent request came first. */
    public boolean isOvertaken() {
        return isAbout(VERSION);
    }

    /** Whether a task no longer exists. */
    public boolean isOfMissing() {
        return isAbout("id");
    }

    /** Whether another list has this name. */
    public boolean isOfTakenName() {
        return errors.stream().anyMatch(error -> "name-taken".equals(error.code()));
    }

    public List<BrokenRule> brokenRules() {
        return errors.stream().map(FieldError::brokenRule).distinct().toList();
    }

    private boolean isAbout(String name) {
        return errors.stream().map(FieldError::name).anyMatch(name::equals);
    }
}
