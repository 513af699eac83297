package com.taskmaster.tasks.http;

import jakarta.validation.ConstraintViolation;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Why a field of a task or a list was rejected: a stable code that programs can act upon and translate. */
public enum FieldCode {
    BLANK,
    TITLE_TOO_LONG,
    NOTES_TOO_LONG,
    LIST_TOO_LONG,
    STEP_TOO_LONG,
    RULE_TOO_LONG,
    TOO_MANY_TAGS,
    TOO_MANY_STEPS,
    CONTROL_CHARACTERS,
    UNICODE,
    TAG,
    COLOR,
    YEAR,
    ZONE,
    TIME_AND_ZONE,
    RULE,
    OUT_OF_RANGE,
    NO_SUCH_LIST,
    NAME_TAKEN;

    /** The codes for too long texts and too many entries, by the name of the field. */
    private static final Map<String, FieldCode> TOO_LONG = Map.of(
            "title", TITLE_TOO_LONG,
            "notes", NOTES_TOO_LONG,
            "name", LIST_TOO_LONG,
            "text", STEP_TOO_LONG,
            "rule", RULE_TOO_LONG,
            "tags", TOO_MANY_TAGS,
            "checklist", TOO_MANY_STEPS);

    /** @return empty for other constraints, which only faulty clients violate */
    public static Optional<FieldCode> of(ConstraintViolation<?> violation) {
        return Optional.ofNullable(
                switch (constraint(violation)) {
                    case "NotBlank", "NotNull" -> BLANK;
                    case "UnicodeText" -> UNICODE;
                    case "Pattern" -> ofPattern(violation);
                    case "DateInReach" -> YEAR;
                    case "TimeZone" -> ZONE;
                    case "TimeInZone" -> TIME_AND_ZONE;
                    case "RepeatRule" -> RULE;
                    case "DecimalMin", "DecimalMax" -> OUT_OF_RANGE;
                    case "MaxCharacters", "Size" -> TOO_LONG.get(field(violation));
                    default -> null;
                });
    }

    /** @return the maximum number of characters or entries; {@code null} if the constraint is about something else */
    static Integer most(ConstraintViolation<?> violation) {
        var attributes = violation.getConstraintDescriptor().getAttributes();
        return switch (constraint(violation)) {
            case "MaxCharacters" -> (Integer) attributes.get("value");
            case "Size" -> (Integer) attributes.get("max");
            default -> null;
        };
    }

    /** The code as in responses. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static FieldCode ofPattern(ConstraintViolation<?> violation) {
        return switch (field(violation)) {
            case "tags" -> TAG;
            case "color" -> COLOR;
            default -> CONTROL_CHARACTERS;
        };
    }

    private static String constraint(ConstraintViolation<?> violation) {
        return violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
    }

    /** The last name in the path; an index of an entry is not one. */
    private static String field(ConstraintViolation<?> violation) {
        return InvalidRequest.field(violation).replaceAll("\\[\\d+]", "").replaceFirst(".*\\.", "");
    }
}
