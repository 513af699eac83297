package com.taskmaster.tasks.transfer.icalendar;

import com.github.mangstadt.vinnie.SyntaxStyle;
import com.github.mangstadt.vinnie.VObjectParameters;
import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import com.github.mangstadt.vinnie.io.VObjectWriter;
import com.taskmaster.tasks.schedule.Due;
import com.taskmaster.tasks.schedule.Repeat;
import com.taskmaster.tasks.transfer.format.TaskWriter;
import com.taskmaster.tasks.transfer.format.TransferredTask;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

/** Writes a VCALENDAR with a VTODO for each task (RFC 5545 §3.6.2). */
final class IcalendarWriter implements TaskWriter {

    private static final String PRODUCT = "-//TaskMaster Pro//Tasks API//EN";

    private final Instant writtenAt = Instant.now();
    private final VObjectWriter out;

    IcalendarWriter(OutputStream out) throws IOException {
        var folded = new FoldedLines(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
        this.out = new VObjectWriter(folded, SyntaxStyle.NEW);
        this.out.getFoldedLineWriter().setLineLength(null); // it would count characters, not octets
        this.out.setCaretEncodingEnabled(true); // RFC 6868
        this.out.writeBeginComponent("VCALENDAR");
        this.out.writeVersion("2.0");
        this.out.writeProperty("PRODID", PRODUCT);
    }

    @Override
    public void write(UUID id, TransferredTask task) throws IOException {
        out.writeBeginComponent("VTODO");
        out.writeProperty("UID", id.toString());
        out.writeProperty("DTSTAMP", TodoTimes.UTC.format(writtenAt));
        text("SUMMARY", task.title());
        text("DESCRIPTION", task.notes());
        text(TodoNames.LIST, task.list());
        due("DUE", task.due());
        priority(task);
        if (!task.tags().isEmpty()) {
            out.writeProperty("CATEGORIES", VObjectPropertyValues.writeList(task.tags()));
        }
        checklist(task);
        repeat(task);
        if (task.position() != null) {
            out.writeProperty(TodoNames.POSITION, task.position().toString());
        }
        instant("CREATED", task.createdAt());
        out.writeProperty("STATUS", task.completedAt() == null ? "NEEDS-ACTION" : "COMPLETED");
        instant("COMPLETED", task.completedAt());
        out.writeEndComponent("VTODO");
    }

    @Override
    public void end() throws IOException {
        out.writeEndComponent("VCALENDAR");
        out.flush();
    }

    private void due(String name, Due due) throws IOException {
        if (due == null) {
            return;
        }
        var parameters = new VObjectParameters();
        if (due.time() == null) {
            parameters.put("VALUE", "DATE");
            out.writeProperty(null, name, parameters, TodoTimes.DATE.format(due.date()));
        } else if (due.zone().equals(TodoTimes.UTC_ZONE)) {
            out.writeProperty(name, TodoTimes.LOCAL.format(due.date().atTime(due.time())) + "Z");
        } else {
            parameters.put("TZID", "/" + due.zone());
            out.writeProperty(
                    null, name, parameters, TodoTimes.LOCAL.format(due.date().atTime(due.time())));
        }
    }

    private void priority(TransferredTask task) throws IOException {
        switch (task.priority()) {
            case HIGH -> out.writeProperty("PRIORITY", "1");
            case MEDIUM -> out.writeProperty("PRIORITY", "5");
            case LOW -> out.writeProperty("PRIORITY", "9");
            case NONE -> {}
        }
    }

    private void checklist(TransferredTask task) throws IOException {
        for (var item : task.checklist()) {
            var parameters = new VObjectParameters();
            parameters.put(TodoNames.DONE, item.done() ? "TRUE" : "FALSE");
            out.writeProperty(null, TodoNames.CHECKLIST, parameters, VObjectPropertyValues.escape(item.text()));
        }
    }

    private void repeat(TransferredTask task) throws IOException {
        var repeat = task.repeat();
        if (repeat == null) {
            return;
        }
        var start = start(task);
        due("DTSTART", start);
        rule(repeat, start);
        out.writeProperty(TodoNames.REPEAT_FROM, repeat.from().name().toLowerCase(Locale.ROOT));
    }

    /** The rule as it is if it is valid beside the start; otherwise adapted, with the original in a parameter. */
    private void rule(Repeat repeat, Due start) throws IOException {
        var rule = repeat.ruleBesideStart(TodoTimes.zone(start));
        var parameters = new VObjectParameters();
        if (!rule.equals(repeat.rule())) {
            parameters.put(TodoNames.EXACT, repeat.rule());
        }
        out.writeProperty(null, "RRULE", parameters, rule);
    }

    /**
     * The DTSTART that a rule requires (RFC 5545 §3.8.2.4) and imports ignore: the due date, from which calendars
     * count, or else the day of creation.
     */
    private Due start(TransferredTask task) {
        var made = Objects.requireNonNullElse(task.createdAt(), writtenAt);
        return Objects.requireNonNullElseGet(
                task.due(), () -> new Due(LocalDate.ofInstant(made, ZoneOffset.UTC), null, null));
    }

    private void instant(String name, Instant instant) throws IOException {
        if (instant == null) {
            return;
        }
        var parameters = new VObjectParameters();
        if (instant.get(ChronoField.NANO_OF_SECOND) != 0) {
            parameters.put(TodoNames.EXACT, instant.toString());
        }
        out.writeProperty(null, name, parameters, TodoTimes.UTC.format(instant));
    }

    private void text(String name, String text) throws IOException {
        if (text != null) {
            out.writeProperty(name, VObjectPropertyValues.escape(text));
        }
    }
}
