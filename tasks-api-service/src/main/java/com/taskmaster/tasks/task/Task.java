package com.taskmaster.tasks.task;

import com.taskmaster.tasks.account.Account;
import com.taskmaster.tasks.schedule.Due;
import com.taskmaster.tasks.schedule.Repeat;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.hibernate.type.SqlTypes;

/** A task. */
@Entity
public class Task {

    @Id
    private UUID id;

    private long accountId;
    private UUID listId;
    private String title;
    private String notes;

    @Embedded
    private Due due;

    private Instant dueAt;
    private Priority priority = Priority.NONE;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> tags = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    private List<ChecklistItem> checklist = List.of();

    @Embedded
    private Repeat repeat;

    private UUID nextId;
    private UUID importId;
    private double position;
    private Instant completedAt;
    private Instant trashedAt;
    private Instant createdAt;
    private Instant changedAt;

    @Version
    private int version;

    protected Task() {}

    /** Creates an open task in the account's inbox; its id sorts by creation time (RFC 9562 §5.7). */
    public Task(Account account, String title, double position) {
        this.id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        this.accountId = account.id();
        this.listId = account.inbox();
        this.title = title;
        this.position = position;
        this.createdAt = now();
        this.changedAt = createdAt;
    }

    public void rename(String newTitle) {
        title = newTitle;
    }

    public void note(String newNotes) {
        notes = newNotes;
    }

    /** @param list must belong to the same account, or else the database refuses it */
    public void moveTo(UUID list) {
        listId = list;
    }

    public void place(double newPosition) {
        position = newPosition;
    }

    /**
     * An equal due date changes nothing, even if this runtime does not know its zone.
     *
     * @param newDue {@code null} for no due date
     */
    public void reschedule(Due newDue) {
        if (!Objects.equals(due, newDue)) {
            due = newDue;
            dueAt = newDue == null ? null : newDue.at().orElse(null);
        }
    }

    public void prioritize(Priority newPriority) {
        priority = newPriority;
    }

    public void tag(List<String> newTags) {
        tags = newTags;
    }

    public void replaceChecklist(List<ChecklistItem> newChecklist) {
        checklist = newChecklist;
    }

    /** @param newRepeat {@code null} for a task that does not repeat */
    public void repeat(Repeat newRepeat) {
        repeat = newRepeat;
    }

    public void complete() {
        completeAt(now());
    }

    /** Completes an imported task at its original time. */
    void completeAt(Instant time) {
        if (!isCompleted()) {
            completedAt = time.truncatedTo(ChronoUnit.MICROS);
        }
    }

    /** Sets the original creation time of an imported task. */
    void dateBack(Instant creation) {
        createdAt = creation.truncatedTo(ChronoUnit.MICROS);
    }

    /** Records the import that created this task. */
    void importedBy(UUID broughtInBy) {
        importId = broughtInBy;
    }

    public void reopen() {
        completedAt = null;
    }

    public void trash() {
        if (!isTrashed()) {
            trashedAt = now();
        }
    }

    public void restore() {
        trashedAt = null;
    }

    /** To be called once after a change. */
    void touch() {
        changedAt = now();
    }

    /**
     * Creates the next occurrence of this completed task, its checklist unchecked.
     *
     * @param zone for the day of completion if the due date has no zone
     * @return empty if this task is in the trash, does not repeat, has ended, or has a next occurrence already
     */
    Optional<Task> next(Account account, ZoneId zone) {
        if (!isToBeFollowed()) {
            return Optional.empty();
        }
        return repeat.next(due, completedAt, zone).map(next -> {
            var task = new Task(account, title, position);
            task.listId = listId;
            task.notes = notes;
            task.priority = priority;
            task.tags = tags;
            task.checklist = checklist.stream()
                    .map(item -> new ChecklistItem(item.text(), false))
                    .toList();
            task.reschedule(next.due());
            task.repeat = next.repeat();
            nextId = task.id;
            return task;
        });
    }

    /** Whether a next occurrence is still to be created, unless the rule has ended. */
    boolean isToBeFollowed() {
        return repeat != null && isCompleted() && !isTrashed() && nextId == null;
    }

    /** Forgets the next occurrence, so that completing this task again creates a new one. */
    void forgetNext() {
        nextId = null;
    }

    /**
     * Whether nobody has changed it since its creation, not even in the current transaction; not for imported tasks, whose
     * creation may be dated back.
     */
    boolean isUntouched() {
        return changedAt.equals(createdAt);
    }

    boolean isOf(Account account) {
        return accountId == account.id();
    }

    public UUID id() {
        return id;
    }

    public UUID listId() {
        return listId;
    }

    public String title() {
        return title;
    }

    public String notes() {
        return notes;
    }

    public Due due() {
        return due;
    }

    public Priority priority() {
        return priority;
    }

    public List<String> tags() {
        return tags;
    }

    public List<ChecklistItem> checklist() {
        return checklist;
    }

    public Repeat repeat() {
        return repeat;
    }

    UUID nextId() {
        return nextId;
    }

    public double position() {
        return position;
    }

    public boolean isCompleted() {
        return completedAt != null;
    }

    boolean isTrashed() {
        return trashedAt != null;
    }

    /**
     * Whether it was completed while in the trash, and so has no next occurrence yet; completion times in the future
     * are imported ones.
     */
    boolean isCompletedInTrash() {
        return isTrashed() && isCompleted() && completedAt.isAfter(trashedAt) && !completedAt.isAfter(changedAt);
    }

    public Instant completedAt() {
        return completedAt;
    }

    Instant trashedAt() {
        return trashedAt;
    }

    public Instant createdAt() {
        return createdAt;
    }

    Instant changedAt() {
        return changedAt;
    }

    public int version() {
        return version;
    }

    /** The current time at PostgreSQL's precision, microseconds. */
    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
