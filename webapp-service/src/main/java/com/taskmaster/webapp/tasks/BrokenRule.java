package com.taskmaster.webapp.tasks;

import io.quarkus.qute.TemplateData;

/**
 * A field that was rejected, and why. The message bundle has a text for each kind.
 *
 * @param field its name in the form
 * @param most the maximum number of characters or entries, if the rule is about that; otherwise 0
 */
@TemplateData
public record BrokenRule(String field, Kind kind, int most) {

    /** The rule that was broken. */
    public enum Kind {
        NOT_EMPTY,
        LENGTH,
        ENTRIES,
        ONE_LINE,
        DATE,
        DATE_FOR_TIME,
        TIME,
        YEAR,
        TAG,
        RECURRENCE,
        LIST,
        NEW_LIST,
        OTHER
    }

    public static BrokenRule of(String field, Kind kind) {
        return new BrokenRule(field, kind, 0);
    }

    /**
     * From an error of the Tasks API.
     *
     * @param code {@code null} if it has none
     * @param most {@code null} if the rule sets no maximum
     */
    static BrokenRule of(String field, String code, Integer most) {
        return new BrokenRule(field, kind(code == null ? "" : code, most), most == null ? 0 : most);
    }

    private static Kind kind(String code, Integer most) {
        return switch (code) {
            case "blank" -> Kind.NOT_EMPTY;
            case "title-too-long", "notes-too-long", "list-too-long", "step-too-long", "rule-too-long" ->
                most == null ? Kind.OTHER : Kind.LENGTH;
            case "too-many-tags", "too-many-steps" -> most == null ? Kind.OTHER : Kind.ENTRIES;
            case "control-characters" -> Kind.ONE_LINE;
            case "year" -> Kind.YEAR;
            case "tag" -> Kind.TAG;
            case "rule" -> Kind.RECURRENCE;
            case "no-such-list" -> Kind.LIST;
            default -> Kind.OTHER;
        };
    }
}
