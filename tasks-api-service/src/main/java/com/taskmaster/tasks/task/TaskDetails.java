package com.taskmaster.tasks.task;

import com.taskmaster.tasks.account.Account;
import com.taskmaster.tasks.http.ControlCharacters;
import com.taskmaster.tasks.order.Position;
import com.taskmaster.tasks.schedule.Due;
import com.taskmaster.tasks.schedule.Repeat;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The writable state of a task: the body that creates one, and the target of the JSON Merge Patch (RFC 7396) that
 * changes one. Members left out on creation have defaults.
 *
 * @param list {@code null} is the inbox
 * @param position lower comes first; {@code null} is the top
 */
@RegisterForReflection // patches are parsed from JsonNode
public record TaskDetails(
        @Title @Schema(minLength = 1, maxLength = 500, pattern = ControlCharacters.NONE, examples = "Water the plants")
        String title,

        @UnicodeText
        @MaxCharacters(20_000)
        @Schema(
                maxLength = 20_000,
                description = "Markdown; line breaks are stored as line feeds",
                examples = "The **big** ones first")
        String notes,

        @Schema(description = "The list of the task; defaults to the inbox")
        UUID list,

        @Valid Due due,

        @Schema(defaultValue = "none") Priority priority,

        @Size(max = TaskDetails.MOST_TAGS) @Schema(maxItems = TaskDetails.MOST_TAGS, examples = "[\"home\"]")
        List<@Tag String> tags,

        @Size(max = TaskDetails.MOST_STEPS) @Schema(maxItems = TaskDetails.MOST_STEPS)
        List<@NotNull @Valid ChecklistItem> checklist,

        @Valid Repeat repeat,

        @DecimalMin(Position.LOWEST) @DecimalMax(Position.HIGHEST) @Schema(
                description =
                        "Lower comes first; defaults to the top. Neighbors that are closer than about a millionth are moved to make room, which changes their ETags",
                examples = "-65536")
        Double position,

        @Schema(defaultValue = "false") Boolean completed,

        @Schema(
                defaultValue = "false",
                description = "In the trash, whose tasks are removed for good after 30 days by default")
        Boolean trashed) {

    static final int MOST_TAGS = 20;
    private static final int MOST_STEPS = 100;

    /** Keeps one tag or step more than allowed, enough for validation to refuse it without processing all of them. */
    public TaskDetails {
        title = title == null ? null : title.strip();
        notes = notes == null || notes.isEmpty() ? null : withLineFeeds(notes);
        priority = priority == null ? Priority.NONE : priority;
        tags = tags == null
                ? List.of()
                : tags.stream().distinct().limit(MOST_TAGS + 1).toList();
        checklist = checklist == null
                ? List.of()
                : checklist.stream().limit(MOST_STEPS + 1).toList();
        completed = completed != null && completed;
        trashed = trashed != null && trashed;
    }

    /** Normalizes line breaks: browsers and files differ, and iCalendar knows only line feeds (RFC 5545 §3.3.11). */
    private static String withLineFeeds(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** The state that a patch starts from. */
    static TaskDetails of(Task task) {
        return new TaskDetails(
                task.title(),
                task.notes(),
                task.listId(),
                task.due(),
                task.priority(),
                task.tags(),
                task.checklist(),
                task.repeat(),
                task.position(),
                task.isCompleted(),
                task.isTrashed());
    }

    /** A copy in this list. */
    public TaskDetails in(UUID otherList) {
        return new TaskDetails(
                title, notes, otherList, due, priority, tags, checklist, repeat, position, completed, trashed);
    }

    /** A copy at this position, unless it has one. */
    TaskDetails placedAt(double place) {
        return position != null
                ? this
                : new TaskDetails(
                        title, notes, list, due, priority, tags, checklist, repeat, place, completed, trashed);
    }

    /** Whether the task gets a new position among the open tasks. */
    boolean isPlacedAnewAfter(TaskDetails before) {
        return hasPlace() && (!before.hasPlace() || !position.equals(before.position));
    }

    private boolean hasPlace() {
        return !completed && !trashed;
    }

    void applyTo(Task task, Account account) {
        task.rename(title);
        task.note(notes);
        task.moveTo(list == null ? account.inbox() : list);
        task.reschedule(due);
        task.prioritize(priority);
        task.tag(tags);
        task.replaceChecklist(checklist);
        task.repeat(repeat);
        task.place(position);
        if (completed) {
            task.complete();
        } else {
            task.reopen();
        }
        if (trashed) {
            task.trash();
        } else {
            task.restore();
        }
    }
}
