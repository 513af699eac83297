package com.taskmaster.tasks.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.taskmaster.tasks.account.Account;
import com.taskmaster.tasks.bulk.BulkRequest.Operation;
import com.taskmaster.tasks.bulk.BulkResult.Outcome;
import com.taskmaster.tasks.http.InvalidParameter;
import com.taskmaster.tasks.http.InvalidRequest;
import com.taskmaster.tasks.http.InvalidRequest.FieldError;
import com.taskmaster.tasks.task.Task;
import com.taskmaster.tasks.task.TaskCommands;
import com.taskmaster.tasks.task.TaskView;
import com.taskmaster.tasks.task.Tasks;
import jakarta.validation.ConstraintViolationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Carries out the operations of one request, in the current transaction. */
class Bulk {

    private final Account account;
    private final Tasks tasks;
    private final TaskCommands commands;
    private final Map<UUID, Task> named;
    private final List<FieldError> errors = new ArrayList<>();
    private double top;

    Bulk(Account account, Tasks tasks, TaskCommands commands, List<Operation> operations) {
        this.account = account;
        this.tasks = tasks;
        this.commands = commands;
        var ids =
                operations.stream().map(Operation::id).filter(Objects::nonNull).collect(Collectors.toSet());
        this.named = tasks.lock(account, ids).stream().collect(Collectors.toMap(Task::id, Function.identity()));
        this.top = tasks.top(account);
    }

    /**
     * Every operation is tried, so that all that is wrong is told at once.
     *
     * @throws InvalidRequest if one of them cannot be done: then the transaction must not be committed
     */
    BulkResult carryOut(List<Operation> operations) {
        var outcomes = IntStream.range(0, operations.size())
                .mapToObj(index -> outcome(index, operations.get(index)))
                .toList();
        if (!errors.isEmpty()) {
            throw new InvalidRequest("Nothing was changed: some operations cannot be done", errors);
        }
        tasks.flush();
        return new BulkResult(outcomes.stream().map(Supplier::get).toList());
    }

    /** @return what is known after the flush: versions change with it */
    private Supplier<Outcome> outcome(int index, Operation operation) {
        var field = "operations[" + index + "]";
        try {
            return switch (operation.op()) {
                case CREATE -> create(operation);
                case CHANGE -> change(operation);
                case DELETE -> delete(operation);
            };
        } catch (InvalidParameter e) {
            errors.add(new FieldError(field + "." + e.name(), e.getMessage()));
        } catch (ConstraintViolationException e) {
            InvalidRequest.errorsOf(e.getConstraintViolations())
                    .forEach(error -> errors.add(new FieldError(field + ".changes." + error.field(), error.message())));
        } catch (JsonProcessingException e) {
            errors.add(unreadable(field + ".changes", e));
        }
        return () -> null;
    }

    private static FieldError unreadable(String changes, JsonProcessingException e) {
        return InvalidRequest.errorOf(e)
                .map(error -> new FieldError(changes + "." + error.field(), error.message()))
                .orElse(new FieldError(changes, "are not a patch of a task"));
    }

    private Supplier<Outcome> create(Operation operation) {
        var task = commands.create(account, operation.task(), top);
        top = Math.min(top, task.position()) - Tasks.GAP;
        return () -> new Outcome(201, task.id(), TaskView.of(task), null);
    }

    private Supplier<Outcome> change(Operation operation) throws JsonProcessingException {
        var task = find(operation);
        var changes = commands.change(account, task, operation.changes());
        return () -> new Outcome(200, task.id(), TaskView.of(task), changes);
    }

    private Supplier<Outcome> delete(Operation operation) {
        var task = find(operation);
        commands.delete(account, task);
        named.remove(task.id());
        return () -> new Outcome(204, task.id(), null, null);
    }

    private Task find(Operation operation) {
        var task = named.get(operation.id());
        if (task == null) {
            throw new InvalidParameter("id", "There is no such task");
        }
        if (operation.version() != null && operation.version() != task.version()) {
            throw new InvalidParameter(
                    "version", "The task has been changed since it was read; it has version " + task.version());
        }
        return task;
    }
}
