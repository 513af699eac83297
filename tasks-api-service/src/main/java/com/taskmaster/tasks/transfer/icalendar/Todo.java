package com.taskmaster.tasks.transfer.icalendar;

import com.github.mangstadt.vinnie.SyntaxStyle;
import com.github.mangstadt.vinnie.VObjectProperty;
import com.github.mangstadt.vinnie.io.Context;
import com.github.mangstadt.vinnie.io.SyntaxRules;
import com.github.mangstadt.vinnie.io.VObjectDataAdapter;
import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import com.github.mangstadt.vinnie.io.VObjectReader;
import com.github.mangstadt.vinnie.io.Warning;
import com.taskmaster.tasks.schedule.Due;
import com.taskmaster.tasks.schedule.Repeat;
import com.taskmaster.tasks.task.ChecklistItem;
import com.taskmaster.tasks.task.Priority;
import com.taskmaster.tasks.transfer.format.Reason;
import com.taskmaster.tasks.transfer.format.TransferredTask;
import com.taskmaster.tasks.transfer.format.Unreadable;
import com.taskmaster.tasks.transfer.format.Values;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A VTODO (RFC 5545 §3.6.2): its properties by name. */
record Todo(Map<String, List<VObjectProperty>> properties) {

    /** @param lines the unfolded lines between {@code BEGIN:VTODO} and {@code END:VTODO} */
    static Todo parse(String lines) throws IOException, Unreadable {
        var listener = new PropertyListener();
        var syntax = SyntaxRules.iCalendar();
        syntax.setDefaultSyntaxStyle(SyntaxStyle.NEW); // as VERSION:2.0 implies, which is outside the VTODO
        new VObjectReader(new StringReader(lines), syntax).parse(listener);
        if (listener.refusal != null) {
            throw new Unreadable(null, listener.refusal);
        }
        return new Todo(listener.properties);
    }

    private static final class PropertyListener extends VObjectDataAdapter {

        private final Map<String, List<VObjectProperty>> properties = new HashMap<>();
        private Reason refusal;

        @Override
        public void onProperty(VObjectProperty property, Context context) {
            properties
                    .computeIfAbsent(property.getName().toUpperCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(property);
        }

        @Override
        public void onWarning(Warning warning, VObjectProperty property, Exception thrown, Context context) {
            refusal = switch (warning) {
                case MALFORMED_LINE -> Reason.CALENDAR_LINE;
                // Only warnings to the parser, which would go on with the wrong characters.
                case QUOTED_PRINTABLE_ERROR, UNKNOWN_CHARSET -> Reason.CALENDAR_ENCODING;
                default -> refusal;
            };
        }
    }

    TransferredTask task() throws Unreadable {
        return new TransferredTask(
                text("SUMMARY"),
                text("DESCRIPTION"),
                text(TodoNames.LIST),
                due(),
                priority(),
                tags(),
                checklist(),
                repeat(),
                Values.number(TodoNames.POSITION, value(TodoNames.POSITION)),
                instant("CREATED"),
                completedAt());
    }

    /** DUE, or else DTSTART plus DURATION (RFC 5545 §3.6.2). */
    private Due due() throws Unreadable {
        var due = first("DUE");
        var start = first("DTSTART");
        var duration = first("DURATION");
        if (due == null && start != null && duration != null) {
            return TodoTimes.due(start, duration);
        }
        return due == null ? null : TodoTimes.due(due);
    }

    /** RFC 5545 §3.8.1.9: 1 to 4 are high, 5 is medium, 6 to 9 are low, 0 is undefined. */
    private Priority priority() throws Unreadable {
        var value = value("PRIORITY");
        if (value == null || value.strip().equals("0")) {
            return Priority.NONE;
        }
        if (!value.strip().matches("[1-9]")) {
            throw new Unreadable("PRIORITY", Reason.PRIORITY_NUMBER);
        }
        var compared = Integer.compare(Integer.parseInt(value.strip()), 5);
        return compared < 0 ? Priority.HIGH : compared == 0 ? Priority.MEDIUM : Priority.LOW;
    }

    private List<String> tags() {
        return all("CATEGORIES").stream()
                .flatMap(categories -> VObjectPropertyValues.parseList(categories.getValue()).stream())
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .toList();
    }

    private List<ChecklistItem> checklist() {
        return all(TodoNames.CHECKLIST).stream()
                .map(item -> new ChecklistItem(
                        unescaped(item),
                        "TRUE".equalsIgnoreCase(item.getParameters().first(TodoNames.DONE))))
                .toList();
    }

    private Repeat repeat() throws Unreadable {
        refuseBesideRule();
        var from = Values.repeatFrom(TodoNames.REPEAT_FROM, value(TodoNames.REPEAT_FROM));
        return first("RRULE") == null && from == null ? null : new Repeat(rule(), from);
    }

    /** Uses the exact rule only if the value still is what was derived from it beside this start. */
    private String rule() throws Unreadable {
        var rule = first("RRULE");
        if (rule == null) {
            return null;
        }
        var exact = rule.getParameters().first(TodoNames.EXACT);
        var due = due();
        var zone = due == null ? null : TodoTimes.zone(due);
        return exact != null && new Repeat(exact, null).ruleBesideStart(zone).equals(rule.getValue())
                ? exact
                : rule.getValue();
    }

    /** Rejects properties that modify a series beyond its single rule: ignoring them would falsify it. */
    private void refuseBesideRule() throws Unreadable {
        for (var beside : List.of("EXDATE", "EXRULE", "RDATE", "RECURRENCE-ID")) {
            if (first(beside) != null) {
                throw new Unreadable(beside, Reason.BESIDE_RULE);
            }
        }
        if (all("RRULE").size() > 1) {
            throw new Unreadable("RRULE", Reason.BESIDE_RULE);
        }
    }

    /** STATUS decides: a reopened task may still have COMPLETED. */
    private Instant completedAt() throws Unreadable {
        var completed = instant("COMPLETED");
        var status = value("STATUS");
        if (status == null) {
            return completed;
        }
        switch (status.strip().toUpperCase(Locale.ROOT)) {
            case "NEEDS-ACTION", "IN-PROCESS":
                return null;
            case "COMPLETED":
                var changed = completed == null ? instant("LAST-MODIFIED") : completed;
                var told = changed == null ? instant("DTSTAMP") : changed;
                if (told == null) {
                    throw new Unreadable("COMPLETED", Reason.COMPLETED_WHEN);
                }
                return told;
            default:
                throw new Unreadable("STATUS", Reason.STATUS);
        }
    }

    private Instant instant(String name) throws Unreadable {
        var property = first(name);
        return property == null ? null : TodoTimes.instant(property);
    }

    private String text(String name) {
        var property = first(name);
        return property == null ? null : unescaped(property);
    }

    private String value(String name) {
        var property = first(name);
        return property == null ? null : property.getValue();
    }

    private VObjectProperty first(String name) {
        var all = all(name);
        return all.isEmpty() ? null : all.get(0);
    }

    private List<VObjectProperty> all(String name) {
        return properties.getOrDefault(name, List.of());
    }

    /** Unescapes text (RFC 5545 §3.3.11); the library would write the platform's line separator. */
    private static String unescaped(VObjectProperty property) {
        return VObjectPropertyValues.unescape(property.getValue()).replace(System.lineSeparator(), "\n");
    }
}
