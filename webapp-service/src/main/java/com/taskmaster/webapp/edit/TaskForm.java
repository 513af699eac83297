package com.taskmaster.webapp.edit;

import com.taskmaster.webapp.tasks.BrokenRule;
import com.taskmaster.webapp.tasks.BrokenRule.Kind;
import com.taskmaster.webapp.tasks.ChecklistItem;
import com.taskmaster.webapp.tasks.Due;
import com.taskmaster.webapp.tasks.Priority;
import com.taskmaster.webapp.tasks.Repeat;
import com.taskmaster.webapp.tasks.Task;
import com.taskmaster.webapp.tasks.TaskChanges;
import io.quarkus.qute.TemplateData;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The fields of a task's form, whether their values are valid or not.
 *
 * @param date the value of an {@code <input type="date">}; empty: no due date
 * @param time the value of an {@code <input type="time">}; empty: at any time of the day
 * @param zone the time zone of the page on which the time was typed
 * @param due the date and time as the page first showed them; an unchanged due date is not sent
 * @param tags separated by commas
 * @param repeat one of {@link #RULES}, {@link #OTHER_RULE}, or empty: does not repeat
 * @param rule the recurrence rule (RFC 5545): the task's own, or what was typed instead
 * @param counted the value of {@code from} that the page first showed
 * @param completed whether the page has shown it as completed first
 * @param restore whether to take the task out of the trash
 * @param opened {@link Fingerprints} of the form as the page first showed it; {@code null}: of this form
 */
@TemplateData
public record TaskForm(
        int version,
        String title,
        String notes,
        String date,
        String time,
        ZoneId zone,
        String due,
        String priority,
        String tags,
        String list,
        String repeat,
        String rule,
        String from,
        String counted,
        List<ChecklistItem> steps,
        boolean completed,
        boolean restore,
        String opened) {

    /** The rules offered by name. */
    static final List<String> RULES = List.of(
            "FREQ=DAILY",
            "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
            "FREQ=WEEKLY",
            "FREQ=WEEKLY;INTERVAL=2",
            "FREQ=MONTHLY",
            "FREQ=YEARLY");

    static final String OTHER_RULE = "other";

    private static final Repeat NOT_AT_ALL = new Repeat("", Repeat.FROM_DUE);
    private static final int MINUTE = "00:00".length();
    private static final String SEPARATOR = ", ";

    static TaskForm of(Task task, ZoneId zone) {
        var due = Optional.ofNullable(task.due()).map(stored -> stored.in(zone));
        var date = due.map(Due::date).map(LocalDate::toString).orElse("");
        var time = due.map(Due::time).map(LocalTime::toString).orElse("");
        var repeat = Objects.requireNonNullElse(task.repeat(), NOT_AT_ALL);
        var named = repeat.named().rule();
        var known = named.isEmpty() || RULES.contains(named);
        return new TaskForm(
                task.version(),
                task.title(),
                Objects.requireNonNullElse(task.notes(), ""),
                date,
                time,
                zone,
                moment(date, time),
                task.priority().value(),
                String.join(SEPARATOR, task.tags()),
                task.list().toString(),
                known ? named : OTHER_RULE,
                repeat.rule(),
                repeat.from(),
                repeat.from(),
                task.checklist(),
                task.completed(),
                false,
                null);
    }

    static TaskForm of(MultivaluedMap<String, String> fields) {
        return new TaskForm(
                parse(text(fields, "version"), Integer::valueOf),
                text(fields, "title"),
                typed(fields, "notes").replace("\r\n", "\n"),
                text(fields, "date"),
                text(fields, "time"),
                parse(text(fields, "zone"), ZoneId::of),
                text(fields, "due"),
                text(fields, "priority"),
                text(fields, "tags"),
                text(fields, "list"),
                text(fields, "repeat"),
                text(fields, "rule"),
                text(fields, "from"),
                text(fields, "counted"),
                steps(fields),
                Boolean.parseBoolean(text(fields, "completed")),
                fields.containsKey("restore"),
                text(fields, "opened"));
    }

    /** @throws BadRequestException if a field has a value that its input cannot send */
    TaskChanges changes() {
        var changes = TaskChanges.none()
                .title(title)
                .notes(notes.isBlank() ? null : notes)
                .priority(Priority.named(priority).orElseThrow(BadRequestException::new))
                .tags(tagList())
                .list(parse(list, UUID::fromString))
                .repeat(chosenRepeat().orElse(null))
                .checklist(steps);
        var rescheduled = isRescheduled() ? changes.due(chosenDue()) : changes;
        return restore ? rescheduled.trashed(false) : rescheduled;
    }

    @Override
    public String opened() {
        return opened == null ? Fingerprints.of(this) : opened;
    }

    /** This form's changes on top of the task as it is now, so that changes made elsewhere in the meantime survive. */
    TaskForm upon(TaskForm now) {
        var chosenDue = lastChanged(Aspect.DUE, now);
        var chosenRepeat = lastChanged(Aspect.REPEAT, now);
        return new TaskForm(
                now.version,
                lastChanged(Aspect.TITLE, now).title,
                lastChanged(Aspect.NOTES, now).notes,
                chosenDue.date,
                chosenDue.timeOfDate(),
                zone,
                now.due,
                lastChanged(Aspect.PRIORITY, now).priority,
                lastChanged(Aspect.TAGS, now).tags,
                lastChanged(Aspect.LIST, now).list,
                chosenRepeat.repeat,
                chosenRepeat.isOtherRule() ? chosenRepeat.rule : now.rule,
                chosenRepeat.from,
                now.counted,
                lastChanged(Aspect.CHECKLIST, now).steps,
                completed,
                restore,
                now.opened());
    }

    private TaskForm lastChanged(Aspect aspect, TaskForm now) {
        return isChanged(aspect, this) ? this : now;
    }

    /** Which nobody can do in the form: it was done elsewhere. */
    boolean isCompletedOrReopenedSince(Task now) {
        return now.completed() != completed;
    }

    /** Whether it was changed both here and elsewhere. */
    boolean isContested(Aspect aspect, TaskForm now) {
        return isChanged(aspect, this) && isChanged(aspect, now);
    }

    private boolean isChanged(Aspect aspect, TaskForm since) {
        return !Fingerprints.match(opened(), aspect, since);
    }

    /** Whether the time has seconds, which its input then has to accept. */
    public boolean isToTheSecond() {
        return time.length() > MINUTE;
    }

    public List<String> rules() {
        return RULES;
    }

    public boolean isOtherRule() {
        return repeat.equals(OTHER_RULE);
    }

    /**
     * The date and time fields that cannot be read: browsers without such inputs let people type anything. Also a time
     * without a date, which cannot be stored.
     */
    List<BrokenRule> brokenRules() {
        var broken = new ArrayList<BrokenRule>();
        if (date.isEmpty() && isTimeTyped()) {
            broken.add(BrokenRule.of("date", Kind.DATE_FOR_TIME));
        }
        if (!isReadable(date, LocalDate::parse)) {
            broken.add(BrokenRule.of("date", Kind.DATE));
        }
        if (!isReadable(time, LocalTime::parse)) {
            broken.add(BrokenRule.of("time", Kind.TIME));
        }
        return broken;
    }

    List<String> tagList() {
        return Stream.of(tags.split(","))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
    }

    /** If not, a due time set in another time zone keeps that zone, as do its repeats. */
    private boolean isRescheduled() {
        return !due.equals(moment());
    }

    /** Whether the time is another one than the page first showed, which is cleared together with its date. */
    private boolean isTimeTyped() {
        return !time.isEmpty() && !due.endsWith(moment("", time));
    }

    /** The time; empty if it is cleared together with its date. */
    String timeOfDate() {
        return date.isEmpty() && !isTimeTyped() ? "" : time;
    }

    /** The date and time as typed, in the same form as {@link #due}. */
    String moment() {
        return moment(date, timeOfDate());
    }

    private boolean isOnTheSameDay() {
        return date.isEmpty() ? due.isEmpty() : due.startsWith(date);
    }

    private static String moment(String date, String time) {
        return time.isEmpty() ? date : date + "T" + time;
    }

    private Due chosenDue() {
        if (date.isEmpty()) {
            return null;
        }
        var day = parse(date, LocalDate::parse);
        return time.isEmpty() ? Due.on(day) : Due.at(LocalDateTime.of(day, parse(time, LocalTime::parse)), zone);
    }

    Optional<Repeat> chosenRepeat() {
        if (repeat.isEmpty()) {
            return Optional.empty();
        }
        var shown = new Repeat(rule, from);
        return Optional.of(isOtherRule() || isKept(shown) ? shown : Repeat.beginning(start(), repeat, from));
    }

    /** Whether nothing about it was changed: the rule then stays exactly as it is, whatever the due date is by now. */
    private boolean isKept(Repeat shown) {
        return isOnTheSameDay() && from.equals(counted) && shown.named().rule().equals(repeat);
    }

    private LocalDate start() {
        return date.isEmpty() || !isReadable(date, LocalDate::parse) ? null : LocalDate.parse(date);
    }

    /** Steps whose text was cleared are removed. */
    private static List<ChecklistItem> steps(MultivaluedMap<String, String> fields) {
        var texts = fields.getOrDefault("step", List.of());
        var done = fields.getOrDefault("done", List.of());
        return IntStream.range(0, texts.size())
                .mapToObj(index -> new ChecklistItem(texts.get(index).strip(), done.contains(Integer.toString(index))))
                .filter(step -> !step.text().isEmpty())
                .toList();
    }

    private static String text(MultivaluedMap<String, String> fields, String name) {
        return typed(fields, name).strip();
    }

    /** The value unstripped: in Markdown, leading spaces have a meaning. */
    private static String typed(MultivaluedMap<String, String> fields, String name) {
        return Objects.requireNonNullElse(fields.getFirst(name), "");
    }

    private static boolean isReadable(String text, Function<String, Temporal> parser) {
        try {
            return text.isEmpty() || parser.apply(text) != null;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static <T> T parse(String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new BadRequestException(e);
        }
    }
}
