package com.taskmaster.tasks.task;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.taskmaster.tasks.account.Account;
import com.taskmaster.tasks.history.FieldChange;
import com.taskmaster.tasks.history.History;
import com.taskmaster.tasks.history.NewChange;
import com.taskmaster.tasks.http.FieldCode;
import com.taskmaster.tasks.http.InvalidParameter;
import com.taskmaster.tasks.http.MergePatch;
import com.taskmaster.tasks.order.Ordered;
import com.taskmaster.tasks.order.Room;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Operations on tasks, for single and bulk requests; {@code store} saves the changes and their history at the end. */
@ApplicationScoped
public class TaskCommands {

    private final Tasks tasks;
    private final History history;
    private final MergePatch mergePatch;
    private final Room room;

    TaskCommands(Tasks tasks, History history, MergePatch mergePatch, Room room) {
        this.tasks = tasks;
        this.history = history;
        this.mergePatch = mergePatch;
        this.room = room;
    }

    /** @throws InvalidParameter if the list does not belong to the account */
    public Task create(Workspace workspace, TaskDetails details) {
        requireList(workspace, details);
        var account = workspace.account();
        var placed = workspace.place(details);
        var task = new Task(account, placed.title(), placed.position());
        placed.applyTo(task, account);
        tasks.persist(task);
        if (details.position() != null) {
            workspace.placed().add(task.id());
        }
        writeDown(workspace, task, null, TaskDetails.of(task));
        follow(workspace, task);
        return task;
    }

    /**
     * Creates a task from an import, perhaps completed already. A repeating task gets no next occurrence: the file
     * contains it if there is one.
     *
     * @param importId the import, by which it can be undone
     * @param details of an open task, in a list of the account
     * @param createdAt {@code null} for now
     * @param completedAt {@code null} for an open task
     * @return the task, not stored yet
     */
    public Task bringIn(
            Account account, UUID importId, TaskDetails details, Instant createdAt, Instant completedAt, double top) {
        var placed = details.placedAt(top);
        var task = new Task(account, placed.title(), top);
        placed.applyTo(task, account);
        task.importedBy(importId);
        if (createdAt != null) {
            task.dateBack(createdAt);
        }
        if (completedAt != null) {
            task.completeAt(completedAt);
        }
        return task;
    }

    /** Stores the changes and records their history; to be called once, at the end. */
    public void store(Workspace workspace) {
        tasks.flush();
        tasks.refresh(room.makeAround(Ordered.OPEN_TASKS, workspace.account(), workspace.placed()));
        history.record(workspace.account(), workspace.changes());
    }

    /** Stores imported tasks and records their history. */
    public void store(Account account, List<Task> broughtIn) {
        tasks.persist(broughtIn);
        tasks.flush();
        history.record(
                account,
                broughtIn.stream()
                        .map(task -> new NewChange(task.id(), history.differences(null, TaskDetails.of(task))))
                        .toList());
    }

    /**
     * Applies a JSON Merge Patch (RFC 7396).
     *
     * @return the changes
     * @throws JsonProcessingException if the patch does not fit the type
     * @throws ConstraintViolationException if the result is not valid
     * @throws InvalidParameter if the list does not belong to the account, or if this runtime does not know the zone of
     *     the next occurrence
     */
    public List<FieldChange> change(Workspace workspace, Task task, JsonNode patch) throws JsonProcessingException {
        var account = workspace.account();
        var before = TaskDetails.of(task);
        var after = mergePatch.apply(patch, before, TaskDetails.class);
        if (after.list() == null || !after.list().equals(before.list())) {
            requireList(workspace, after);
        }
        var completedInTrash = task.isCompletedInTrash();
        if (!before.completed() && after.completed()) {
            forgetNextThatIsGone(account, task);
        }
        workspace.place(after).applyTo(task, account);
        if (after.position() != null && after.isPlacedAnewAfter(before)) {
            workspace.placed().add(task.id());
        }
        var changes = writeDown(workspace, task, before);
        if (before.completed() && !task.isCompleted()) {
            takeBackNext(account, task);
        } else if (!before.completed() || completedInTrash) {
            follow(workspace, task);
        }
        return changes;
    }

    /** Puts a task into the trash, or removes it for good if it is there already. */
    public void delete(Workspace workspace, Task task) {
        if (task.isTrashed()) {
            tasks.delete(task);
        } else {
            var before = TaskDetails.of(task);
            task.trash();
            writeDown(workspace, task, before);
        }
    }

    private static void requireList(Workspace workspace, TaskDetails details) {
        if (details.list() != null && !workspace.has(details.list())) {
            throw new InvalidParameter("list", "is not one of your lists", FieldCode.NO_SUCH_LIST);
        }
    }

    private List<FieldChange> writeDown(Workspace workspace, Task task, TaskDetails before) {
        var after = TaskDetails.of(task);
        if (after.equals(before)) {
            return List.of();
        }
        task.touch();
        return writeDown(workspace, task, before, after);
    }

    private List<FieldChange> writeDown(Workspace workspace, Task task, TaskDetails before, TaskDetails after) {
        var fields = history.differences(before, after);
        if (!fields.isEmpty()) {
            workspace.changes().add(new NewChange(task.id(), fields));
        }
        return fields;
    }

    /** @throws InvalidParameter if this runtime does not know the zone of the due date */
    private void follow(Workspace workspace, Task task) {
        if (task.isToBeFollowed() && task.due() != null && !task.due().hasKnownZone()) {
            throw new InvalidParameter(
                    "due.zone",
                    "is not known to this service, so the next due date cannot be computed",
                    FieldCode.ZONE);
        }
        task.next(workspace.account(), workspace.zone()).ifPresent(next -> {
            tasks.persist(next);
            var details = TaskDetails.of(next);
            workspace.place(details); // tasks created later go above it
            writeDown(workspace, next, null, details);
        });
    }

    /** If the next occurrence was deleted after reopening, completing creates a new one. */
    private void forgetNextThatIsGone(Account account, Task task) {
        if (tasks.next(account, task).filter(next -> !next.isTrashed()).isEmpty()) {
            task.forgetNext();
        }
    }

    /** Reopening a task removes its next occurrence unless that has been changed since. */
    private void takeBackNext(Account account, Task task) {
        var next = tasks.next(account, task);
        if (next.isEmpty() || next.get().isUntouched()) {
            next.ifPresent(tasks::delete);
            task.forgetNext();
        }
    }
}
