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
 * Carries out the operations of a bulk request in the current transaction. Each names a different task, so that the
 * requested version is the one stored before the request.
 */
class Bulk {

    /**
     * Tasks are in memory twice, as entities and in the response: this allows 500 with 16 KiB each, or 29 of the
     * largest.
     */
    private static final int MOST_BYTES = 8 << 20;

    private final Workspace workspace;
    private final Tasks tasks;
    private final TaskCommands commands;
    private final List<Operation> operations;
    private final Map<UUID, Task> found;
    private final Set<UUID> named = new HashSet<>();
    private final List<FieldError> errors = new ArrayList<>();

    /**
     * @throws InvalidParameter if the named tasks, and the next occurrences of those being completed or reopened, are
     *     too large to hold in memory
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
            tasks.of(workspace.account(), next); // loads all in one query; later lookups by id find them in the session
        }
    }

    private static void requireRoom(long bytes) {
        if (bytes > MOST_BYTES) {
            throw new InvalidParameter(
                    "operations",
                    "must name tasks with at most %s MiB of notes and checklists in total".formatted(MOST_BYTES >> 20));
        }
    }

    /** A step of one operation; its failure is reported for that operation. */
    @FunctionalInterface
    private interface Attempt<T> {

        T make(int index) throws JsonProcessingException;
    }

    /**
     * Tries every operation, to report all errors at once, up to {@link InvalidRequest#MOST_TOLD}.
     *
     * @throws InvalidRequest if one of them fails: the transaction must then be rolled back
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
            throw new InvalidRequest("Nothing was changed: some operations failed", errors);
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

    /** @return the outcome, to be read after the flush, which changes versions */
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
                .orElse(new FieldError(changes, "is not a patch of a task"));
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
            throw new InvalidParameter("id", "is already named by another operation");
        }
        var task = present(found.get(operation.id()));
        if (operation.version() != null && operation.version() != task.version()) {
            throw new InvalidParameter(
                    "version",
                    "does not match: the task has been changed since you read it, and now has version "
                            + task.version());
        }
        return task;
    }

    /** Another operation may have removed it: reopening a task removes its untouched next occurrence. */
    private Task present(Task task) {
        if (task == null || !tasks.isPersistent(task)) {
            throw new InvalidParameter("id", "There is no such task");
        }
        return task;
    }
}
