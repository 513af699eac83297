package com.taskmaster.webapp.tasks;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jboss.resteasy.reactive.ClientWebApplicationException;

/** Why the Tasks API has not accepted a request: its problem details (RFC 9457). */
@RegisterForReflection // read from an answer that no operation names
public record Refusal(List<FieldError> errors) {

    private static final String VERSION = "version";
    /** Of the task as a whole, which is told where it begins. */
    private static final Refusal UNEXPLAINED = new Refusal(List.of(new FieldError("title", null, null)));

    private static final Refusal OVERTAKEN = new Refusal(List.of(new FieldError(VERSION, null, null)));

    public Refusal {
        errors = Objects.requireNonNullElse(errors, List.of());
    }

    @RegisterForReflection
    record FieldError(String field, String code, Integer most) {

        /** Without the operation that it belongs to, and what is wrong inside of it; a list that is made with a task has a name. */
        private String name() {
            var name = field.replaceFirst("^operations\\[\\d+]\\.(changes\\.)?", "")
                    .replaceFirst("[.\\[].*", "");
            return name.equals("name") ? "list" : name;
        }

        private BrokenRule brokenRule() {
            return BrokenRule.of(name(), code, most);
        }
    }

    /** Whether operations were refused, and not the request as such: for what they say, or because others were quicker. */
    public static boolean isOfChanges(ClientWebApplicationException e) {
        return switch (e.getResponse().getStatus()) {
            case 400, 409, 412 -> true;
            default -> false;
        };
    }

    /** Reads the answer, which can be done once. */
    public static Refusal of(ClientWebApplicationException e) {
        if (e.getResponse().getStatus() != 400) {
            return OVERTAKEN;
        }
        return Optional.ofNullable(e.getResponse().readEntity(Refusal.class))
                .filter(refusal -> !refusal.errors().isEmpty())
                .orElse(UNEXPLAINED);
    }

    /** Whether another request was quicker. */
    public boolean isOvertaken() {
        return isAbout(VERSION);
    }

    /** Whether something is not there any more. */
    public boolean isOfMissing() {
        return isAbout("id");
    }

    /** Whether another list has the name. */
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
