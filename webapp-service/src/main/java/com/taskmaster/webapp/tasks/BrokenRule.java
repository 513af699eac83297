package com.taskmaster.webapp.tasks;

import io.quarkus.qute.TemplateData;

/**
 * A field that was not accepted, and why; the words are in the message bundle under the kind.
 *
 * @param field its name in forms
 * @param most how many characters or entries there may be, where that is the rule; 0 otherwise
 */
@TemplateData
public record BrokenRule(String field, Kind kind, int most) {

    /** What a value has to be like. */
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
     * As the Tasks API tells it.
     *
     * @param code {@code null} where it tells none
     * @param most {@code null} where that is not the rule
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
