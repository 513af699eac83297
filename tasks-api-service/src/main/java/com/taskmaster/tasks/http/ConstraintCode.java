package com.taskmaster.tasks.http;

import jakarta.validation.ConstraintViolation;
import java.util.Map;

/** Why a value of a task or a list is not allowed: a code that stays, for programs and their translations. */
public final class ConstraintCode {

    /** Of what is too long, or too many, by the name of the field. */
    private static final Map<String, String> TOO_LONG = Map.of(
            "title", "title-too-long",
            "notes", "notes-too-long",
            "name", "list-too-long",
            "text", "step-too-long",
            "rule", "rule-too-long",
            "tags", "too-many-tags",
            "checklist", "too-many-steps");

    private ConstraintCode() {}

    /** @return {@code null} where none is needed: only programs send what it is about */
    public static String of(ConstraintViolation<?> violation) {
        return switch (constraint(violation)) {
            case "NotBlank", "NotNull" -> "blank";
            case "UnicodeText" -> "unicode";
            case "Pattern" -> codeOfPattern(violation);
            case "DateInReach" -> "year";
            case "TimeZone" -> "zone";
            case "TimeInZone" -> "time-and-zone";
            case "RepeatRule" -> "rule";
            case "DecimalMin", "DecimalMax" -> "out-of-range";
            case "MaxCharacters", "Size" -> TOO_LONG.get(field(violation));
            default -> null;
        };
    }

    /** @return how many characters or entries there may be; {@code null} where that is not the rule */
    static Integer most(ConstraintViolation<?> violation) {
        var attributes = violation.getConstraintDescriptor().getAttributes();
        return switch (constraint(violation)) {
            case "MaxCharacters" -> (Integer) attributes.get("value");
            case "Size" -> (Integer) attributes.get("max");
            default -> null;
        };
    }

    private static String codeOfPattern(ConstraintViolation<?> violation) {
        return switch (field(violation)) {
            case "tags" -> "tag";
            case "color" -> "color";
            default -> "control-characters";
        };
    }

    private static String constraint(ConstraintViolation<?> violation) {
        return violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
    }

    /** The last that has a name; an entry of a field has none. */
    private static String field(ConstraintViolation<?> violation) {
        return InvalidRequest.field(violation).replaceAll("\\[\\d+]", "").replaceFirst(".*\\.", "");
    }
}
