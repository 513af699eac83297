package com.taskmaster.tasks.transfer;

import com.taskmaster.tasks.account.Account;
import com.taskmaster.tasks.http.InvalidRequest;
import com.taskmaster.tasks.http.InvalidRequest.FieldError;
import com.taskmaster.tasks.list.TaskList;
import com.taskmaster.tasks.list.TaskLists;
import com.taskmaster.tasks.task.TaskCommands;
import com.taskmaster.tasks.task.TaskDetails;
import com.taskmaster.tasks.task.Tasks;
import com.taskmaster.tasks.transfer.ImportReport.Refusal;
import jakarta.validation.Validator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Brings the rows of one file in, in the current transaction. */
class Import {

    /** Far more than anybody has, and an end to what one request may store. */
    private static final int MOST_ROWS = 100_000;

    private static final int MOST_REFUSALS_TOLD = 1000;
    private static final int HELD_AT_ONCE = 200;

    /** Small steps from the top of the list: what has no position of its own keeps the order of the file. */
    private static final double STEP = 1.0 / 16;

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2999-12-31T23:59:59Z");

    private final UUID id = UUID.randomUUID();
    private final Account account;
    private final boolean dryRun;
    private final Tasks tasks;
    private final TaskLists lists;
    private final TaskCommands commands;
    private final Validator validator;
    private final Map<String, UUID> listsByName;
    private final List<Refusal> refusals = new ArrayList<>();
    private double position;
    private long imported;
    private long refused;

    Import(Account account, boolean dryRun, Tasks tasks, TaskLists lists, TaskCommands commands, Validator validator) {
        this.account = account;
        this.dryRun = dryRun;
        this.tasks = tasks;
        this.lists = lists;
        this.commands = commands;
        this.validator = validator;
        this.listsByName = lists.of(account).stream().collect(Collectors.toMap(TaskList::name, TaskList::id));
        this.position = tasks.top(account);
    }

    ImportReport bringIn(Iterator<Row> rows) {
        while (rows.hasNext()) {
            var row = rows.next();
            if (imported + refused == MOST_ROWS) {
                refuse(row.line(), null, "is one too many: %,d tasks are the most at once".formatted(MOST_ROWS));
                break;
            }
            if (row instanceof Row.Refused unreadable) {
                refuse(unreadable.line(), unreadable.field(), unreadable.reason());
            } else if (row instanceof Row.Read read) {
                bringIn(read.line(), read.task());
            }
        }
        tasks.flush();
        var undoable = dryRun || imported == 0 ? null : id;
        return new ImportReport(undoable, dryRun, imported, refused, refusals);
    }

    /** @throws InvalidRequest naming each refused row: then the transaction must not be committed */
    ImportReport bringInAll(Iterator<Row> rows) {
        var report = bringIn(rows);
        if (report.refused() > 0) {
            throw new InvalidRequest(
                    "Nothing was imported: " + report.refused() + " rows cannot be had",
                    report.refusals().stream()
                            .map(refusal -> new FieldError(refusal.place(), refusal.reason()))
                            .toList());
        }
        return report;
    }

    private void bringIn(long line, TransferredTask task) {
        var details = details(task);
        var errors = new ArrayList<>(InvalidRequest.errorsOf(validator.validate(details)));
        if (isOutOfReach(task.createdAt()) || isOutOfReach(task.completedAt())) {
            errors.add(new FieldError("createdAt, completedAt", "must be from 1900 to 2999"));
        }
        var list = task.list() == null ? null : task.list().strip();
        listError(list, errors);
        if (!errors.isEmpty()) {
            refuse(line, errors.get(0).field(), errors.get(0).message());
            return;
        }
        imported++;
        position += STEP;
        if (!dryRun) {
            var placed = details.in(listOf(list));
            commands.bringIn(account, id, placed, task.createdAt(), task.completedAt(), position);
            if (imported % HELD_AT_ONCE == 0) {
                tasks.flush();
                tasks.getEntityManager().clear();
            }
        }
    }

    private void listError(String name, List<FieldError> errors) {
        if (name != null && !listsByName.containsKey(name)) {
            lists.errorOfNewName(name, listsByName.size())
                    .ifPresent(message -> errors.add(new FieldError("list", message)));
        }
    }

    /** A list that is not there yet is made. */
    private UUID listOf(String name) {
        return name == null
                ? account.inbox()
                : listsByName.computeIfAbsent(
                        name, missing -> lists.add(account, missing).id());
    }

    private void refuse(long line, String field, String reason) {
        refused++;
        if (refusals.size() < MOST_REFUSALS_TOLD) {
            refusals.add(new Refusal(line, field, reason));
        }
    }

    private static boolean isOutOfReach(Instant time) {
        return time != null && (time.isBefore(EARLIEST) || time.isAfter(LATEST));
    }

    private static TaskDetails details(TransferredTask task) {
        return new TaskDetails(
                task.title(),
                task.notes(),
                null,
                task.due(),
                task.priority(),
                task.tags(),
                task.checklist(),
                task.repeat(),
                task.position(),
                false,
                false);
    }
}
