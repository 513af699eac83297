package com.taskmaster.tasks.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.taskmaster.tasks.bulk.BulkRequest.Operation;
import com.taskmaster.tasks.bulk.BulkResult.Outcome;
import com.taskmaster.tasks.http.InvalidParameter;
import com.taskmaster.tasks.http.InvalidRequest;
import com.taskmaster.tasks.http.InvalidRequest.FieldError;
import com.taskmaster.tasks.task.Task;
import com.taskmaster.tasks.task.TaskCommands;
import com.taskmaster.tasks.task.TaskView;
import com.taskmaster.tasks.task.Tasks;
import com.taskmaster.tasks.task.Workspace;
import jakarta.validation.ConstraintViolationException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Carries out the operations of one request, in the current transaction. Each names another task, so that the version it
 * asks for is the one that was stored before.
 */
class Bulk {

    /** All tasks are held at once, and again in the answer: 500 with 16 KiB each, or 29 of the largest. */
    private static final int MOST_BYTES = 8 << 20;

    private final Workspace workspace;
    private final Tasks tasks;
    private final TaskCommands commands;
    private final List<Operation> operations;
    private final Map<UUID, Task> found;
    private final Set<UUID> named = new HashSet<>();
    private final List<FieldError> errors = new ArrayList<>();

    /**
     * @throws InvalidParameter if the tasks that are named, and what followed those that are completed or opened again, are too
     *     large to be held at once
     */
    Bulk(Workspace workspace, Tasks tasks, TaskCommands commands, List<Operation> operations) {
        this.workspace = workspace;
        this.tasks = tasks;
        this.commands = commands;
        this.operations = operations;
        var ids =
                operations.stream().map(Operation::id).filter(Objects::nonNull).collect(Collectors.toSet());
        var bytes = tasks.lock(workspace.account(), ids);
        requireRoom(bytes);
        this.found =
                tasks.of(workspace.account(), ids).stream().collect(Collectors.toMap(Task::id, Function.identity()));
        var followed = operations.stream()
                .filter(operation -> found.containsKey(operation.id()))
                .filter(operation -> operation.changesCompletionOf(found.get(operation.id())))
                .map(operation -> found.get(operation.id()))
                .toList();
        var next = tasks.nextOf(followed);
        if (!next.isEmpty()) {
            requireRoom(bytes + tasks.bytes(workspace.account(), next));
            tasks.of(workspace.account(), next); // at once: by their ids they are found without asking again
        }
    }

    private static void requireRoom(long bytes) {
        if (bytes > MOST_BYTES) {
            throw new InvalidParameter(
                    "operations",
                    "must be about tasks of at most %s MiB of notes and checklists".formatted(MOST_BYTES >> 20));
        }
    }

    /** What can fail with one operation, and is told of it. */
    @FunctionalInterface
    private interface Attempt<T> {

        T make(int index) throws JsonProcessingException;
    }

    /**
     * Every operation is tried, so that all that is wrong is told at once; but no more than is told.
     *
     * @throws InvalidRequest if one of them cannot be done: then the transaction must not be committed
     */
    BulkResult carryOut() {
        var outcomes = each(index -> outcome(operations.get(index)));
        commands.store(workspace);
        return new BulkResult(each(index -> outcomes.get(index).get()));
    }

    private <T> List<T> each(Attempt<T> attempt) {
        var results = IntStream.range(0, operations.size())
                .takeWhile(index -> errors.size() < InvalidRequest.MOST_TOLD)
                .mapToObj(index -> result(index, attempt))
                .toList();
        if (!errors.isEmpty()) {
            throw new InvalidRequest("Nothing was changed: some operations cannot be done", errors);
        }
        return results;
    }

    private <T> T result(int index, Attempt<T> attempt) {
        var field = "operations[" + index + "]";
        try {
            return attempt.make(index);
        } catch (InvalidParameter e) {
            errors.add(e.error().in(field));
        } catch (ConstraintViolationException e) {
            errors.addAll(InvalidRequest.errorsOf(field + ".changes", e.getConstraintViolations()));
        } catch (JsonProcessingException e) {
            errors.add(unreadable(field + ".changes", e));
        }
        return null;
    }

    /** @return what is known after the flush: versions change with it */
    private Supplier<Outcome> outcome(Operation operation) throws JsonProcessingException {
        return switch (operation.op()) {
            case CREATE -> create(operation);
            case CHANGE -> change(operation);
            case DELETE -> delete(operation);
        };
    }

    private static FieldError unreadable(String changes, JsonProcessingException e) {
        return InvalidRequest.errorOf(e)
                .map(error -> error.in(changes))
                .orElse(new FieldError(changes, "are not a patch of a task"));
    }

    private Supplier<Outcome> create(Operation operation) {
        var task = commands.create(workspace, operation.task());
        return () -> new Outcome(201, task.id(), TaskView.of(task), null);
    }

    private Supplier<Outcome> change(Operation operation) throws JsonProcessingException {
        var task = find(operation);
        var changes = commands.change(workspace, task, operation.changes());
        return () -> new Outcome(200, task.id(), TaskView.of(present(task)), changes);
    }

    private Supplier<Outcome> delete(Operation operation) {
        var task = find(operation);
        commands.delete(workspace, task);
        return () -> new Outcome(204, task.id(), null, null);
    }

    private Task find(Operation operation) {
        if (!named.add(operation.id())) {
            throw new InvalidParameter("id", "is named by another operation already");
        }
        var task = present(found.get(operation.id()));
        if (operation.version() != null && operation.version() != task.version()) {
            throw new InvalidParameter(
                    "version", "The task has been changed since it was read; it has version " + task.version());
        }
        return task;
    }

    /** It may have been the next one of a task that another operation has opened again. */
    private Task present(Task task) {
        if (task == null || !tasks.isPersistent(task)) {
            throw new InvalidParameter("id", "There is no such task");
        }
        return task;
    }
}
