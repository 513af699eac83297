package com.taskmaster.tasks.task;

import com.taskmaster.tasks.account.Account;
import com.taskmaster.tasks.http.ControlCharacters;
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
 * Everything that a caller may say of a task: the body that makes one, and the target of the JSON Merge Patch that
 * changes one (RFC 7396). What is left out when a task is made has its default.
 *
 * @param list {@code null} is the inbox
 * @param position lower comes first; {@code null} is the top
 */
@RegisterForReflection // a patch is read as it came, and then merged
public record TaskDetails(
        @Title @Schema(minLength = 1, maxLength = 500, pattern = ControlCharacters.NONE, examples = "Water the plants")
        String title,

        @UnicodeText
        @MaxCharacters(20_000)
        @Schema(
                maxLength = 20_000,
                description = "Markdown; any line break is kept as a line feed",
                examples = "The **big** ones first")
        String notes,

        @Schema(description = "The list it is in; without one, the inbox")
        UUID list,

        @Valid Due due,

        @Schema(defaultValue = "none") Priority priority,

        @Size(max = TaskDetails.MOST_TAGS) @Schema(maxItems = TaskDetails.MOST_TAGS, examples = "[\"home\"]")
        List<@Tag String> tags,

        @Size(max = TaskDetails.MOST_STEPS) @Schema(maxItems = TaskDetails.MOST_STEPS)
        List<@NotNull @Valid ChecklistItem> checklist,

        @Valid Repeat repeat,

        @DecimalMin(Position.LOWEST) @DecimalMax(Position.HIGHEST) @Schema(description = "Lower comes first; without one, the top", examples = "-65536")
        Double position,

        @Schema(defaultValue = "false") Boolean completed,

        @Schema(
                defaultValue = "false",
                description = "In the trash, from where it goes for good after a while: 30 days by default")
        Boolean trashed) {

    static final int MOST_TAGS = 20;
    private static final int MOST_STEPS = 100;

    /** Of too many tags or steps one too many is kept: it is refused as all would be, and no more than that is validated. */
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

    /** As browsers and files of other systems may not have them, and iCalendar knows them alone (RFC 5545 §3.3.11). */
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

    /** The same, in this list. */
    public TaskDetails in(UUID otherList) {
        return new TaskDetails(
                title, notes, otherList, due, priority, tags, checklist, repeat, position, completed, trashed);
    }

    /** The same, at this position if it has none of its own. */
    TaskDetails placedAt(double place) {
        return position != null
                ? this
                : new TaskDetails(
                        title, notes, list, due, priority, tags, checklist, repeat, place, completed, trashed);
    }

    void applyTo(Task task, Account account) {
        task.rename(title);
        task.note(notes);
        task.moveTo(list == null ? account.inbox() : list);
        task.reschedule(due);
        task.prioritise(priority);
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
