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
 * A task as the fields of its form hold it, whether they make sense or not.
 *
 * @param date as {@code <input type="date">} writes it; empty: never due
 * @param time as {@code <input type="time">} writes it; empty: the whole day
 * @param zone whose clock the person had in mind: that of the page on which it was typed
 * @param due date and time as the page has shown them first; what nobody has changed is not sent
 * @param tags with commas between them
 * @param repeat one of {@link #RULES}, {@link #OTHER_RULE}, or empty: not at all
 * @param rule the recurrence rule (RFC 5545): the one that the task has, or another one
 * @param counted what repeats were counted from as the page has shown it first
 * @param completed whether the page has shown it as completed first
 * @param restore whether it is taken out of the trash
 * @param opened {@link Fingerprints} of what the page has shown first; {@code null}: of what is here
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

    /** The rules that can be chosen by a name. */
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

    /** @throws BadRequestException if a field holds what its input cannot have sent */
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

    /** What was changed here, and all else as it is now: a change elsewhere is not taken back by who has not seen it. */
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

    /** Whether it was changed here, and elsewhere, too. */
    boolean isContested(Aspect aspect, TaskForm now) {
        return isChanged(aspect, this) && isChanged(aspect, now);
    }

    private boolean isChanged(Aspect aspect, TaskForm since) {
        return !Fingerprints.match(opened(), aspect, since);
    }

    /** Whether the time has seconds, which few people count. */
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
     * What no date or clock says, for where a browser has no input for them, anything may be typed; and a time of no day,
     * which could not be kept.
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

    /** A time in another zone keeps its own clock, and so do all its repeats, unless somebody chooses another. */
    private boolean isRescheduled() {
        return !due.equals(moment());
    }

    /** The time that the page has shown goes with its date. */
    private boolean isTimeTyped() {
        return !time.isEmpty() && !due.endsWith(moment("", time));
    }

    /** Empty where it goes with its date. */
    String timeOfDate() {
        return date.isEmpty() && !isTimeTyped() ? "" : time;
    }

    /** When it is due, as far as that was typed. */
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

    /** What nobody has changed stays to the letter, whatever day it has come to. */
    private boolean isKept(Repeat shown) {
        return isOnTheSameDay() && from.equals(counted) && shown.named().rule().equals(repeat);
    }

    private LocalDate start() {
        return date.isEmpty() || !isReadable(date, LocalDate::parse) ? null : LocalDate.parse(date);
    }

    /** A step whose text was emptied is gone. */
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

    /** To the letter: in Markdown, space at the beginning of a line means something. */
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
