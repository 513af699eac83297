package com.taskmaster.webapp.tasks;

import io.quarkus.qute.TemplateData;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    private static final Pattern SIZE =
            Pattern.compile("(?:size must be between \\d+ and|must not be longer than) (\\d+)(?: characters)?");

    public static BrokenRule of(String field, Kind kind) {
        return new BrokenRule(field, kind, 0);
    }

    /**
     * As the Tasks API tells it, which speaks English alone.
     *
     * @param whole whether the field itself is wrong, and not something inside of it
     */
    static BrokenRule of(String field, boolean whole, String message) {
        var size = SIZE.matcher(message);
        return size.matches() ? ofSize(field, whole, size) : of(field, kind(field, message));
    }

    private static BrokenRule ofSize(String field, boolean whole, Matcher size) {
        var isOfEntries = whole && (field.equals("tags") || field.equals("checklist"));
        return new BrokenRule(field, isOfEntries ? Kind.ENTRIES : Kind.LENGTH, Integer.parseInt(size.group(1)));
    }

    private static Kind kind(String field, String message) {
        return switch (message) {
            case "must not be blank" -> Kind.NOT_EMPTY;
            case "must not contain control characters" -> Kind.ONE_LINE;
            case "must be from 1900 to 2999" -> Kind.YEAR;
            case "is none of your lists" -> Kind.LIST;
            default ->
                switch (field) {
                    case "tags" -> Kind.TAG;
                    case "repeat" -> Kind.RECURRENCE;
                    default -> Kind.OTHER;
                };
        };
    }
}
