package com.taskmaster.tasks.transfer;

import com.taskmaster.tasks.account.Account;
import com.taskmaster.tasks.http.InvalidRequest;
import com.taskmaster.tasks.http.InvalidRequest.FieldError;
import com.taskmaster.tasks.list.TaskList;
import com.taskmaster.tasks.list.TaskLists;
import com.taskmaster.tasks.order.Position;
import com.taskmaster.tasks.task.Task;
import com.taskmaster.tasks.task.TaskCommands;
import com.taskmaster.tasks.task.TaskDetails;
import com.taskmaster.tasks.task.Tasks;
import com.taskmaster.tasks.transfer.ImportReport.Refusal;
import com.taskmaster.tasks.transfer.format.Reason;
import com.taskmaster.tasks.transfer.format.Row;
import com.taskmaster.tasks.transfer.format.TransferredTask;
import com.taskmaster.tasks.transfer.format.Unreadable;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Imports the rows of a file in the current transaction. */
class Import {

    /** Far more than anyone has; bounds what a request can store. */
    private static final int MOST_ROWS = 100_000;

    private static final int MOST_REFUSALS_TOLD = 1000;
    private static final int HELD_AT_ONCE = 200;

    /** Tasks without a position keep the order of the file, in small steps from the top of the list. */
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
    private final List<Task> held = new ArrayList<>();
    private final Preview preview = new Preview();
    private double position;
    private double bottomOfLists;
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
        this.bottomOfLists = lists.bottom(account);
    }

    ImportReport bringIn(Iterator<Row> rows) {
        while (rows.hasNext()) {
            var row = rows.next();
            if (imported + refused == MOST_ROWS) {
                refuse(new Unreadable(null, Reason.TOO_MANY, MOST_ROWS).at(row.line()));
                break;
            }
            if (row instanceof Row.Refused unreadable) {
                refuse(unreadable);
            } else if (row instanceof Row.Read read) {
                bringIn(read.line(), read.task());
            }
        }
        commands.store(account, held);
        return dryRun
                ? new ImportReport(null, true, imported, refused, refusals, preview.tasks(), preview.newLists())
                : new ImportReport(imported == 0 ? null : id, false, imported, refused, refusals, null, null);
    }

    /** @throws InvalidRequest naming each refused row: the transaction must then be rolled back */
    ImportReport bringInAll(Iterator<Row> rows) {
        var report = bringIn(rows);
        if (report.refused() > 0) {
            throw new InvalidRequest(
                    "Nothing was imported; rejected rows: " + report.refused(),
                    report.refusals().stream()
                            .map(refusal -> new FieldError(refusal.place(), refusal.reason(), refusal.code()))
                            .toList());
        }
        return report;
    }

    private void bringIn(long line, TransferredTask task) {
        var details = details(task);
        var list = task.list() == null ? null : task.list().strip();
        var refusal = refusal(line, details)
                .or(() -> refusal(line, task.createdAt(), task.completedAt()))
                .or(() -> refusal(line, list));
        if (refusal.isPresent()) {
            refuse(refusal.get());
            return;
        }
        imported++;
        position += STEP;
        var placed = details.in(listOf(list));
        if (!dryRun) {
            hold(task(placed, task));
        } else if (preview.hasRoom()) {
            preview.add(TransferredTask.of(task(placed, task), list));
        }
    }

    private Task task(TaskDetails placed, TransferredTask read) {
        return commands.bringIn(account, id, placed, read.createdAt(), read.completedAt(), position);
    }

    private void hold(Task task) {
        held.add(task);
        if (held.size() == HELD_AT_ONCE) {
            commands.store(account, held);
            held.clear();
            tasks.getEntityManager().clear();
        }
    }

    private Optional<Row.Refused> refusal(long line, TaskDetails details) {
        return validator.validate(details).stream()
                .map(violation -> refusal(line, InvalidRequest.field(violation), violation))
                .min(Comparator.comparing(Row.Refused::field).thenComparing(Row.Refused::words));
    }

    private static Optional<Row.Refused> refusal(long line, Instant createdAt, Instant completedAt) {
        return isOutOfReach(createdAt) || isOutOfReach(completedAt)
                ? Optional.of(new Unreadable("createdAt, completedAt", Reason.YEAR).at(line))
                : Optional.empty();
    }

    private Optional<Row.Refused> refusal(long line, String list) {
        if (list == null || listsByName.containsKey(list)) {
            return Optional.empty();
        }
        return listsByName.size() < TaskLists.MOST
                ? lists.violationsOfName(list).stream()
                        .map(violation -> refusal(line, "list", violation))
                        .min(Comparator.comparing(Row.Refused::words))
                : Optional.of(new Unreadable("list", Reason.TOO_MANY_LISTS, TaskLists.MOST).at(line));
    }

    private static Row.Refused refusal(long line, String field, ConstraintViolation<?> violation) {
        return new Row.Refused(line, field, Reason.of(violation), violation.getMessage());
    }

    /** Creates missing lists; a dry run only counts them against the limit. */
    private UUID listOf(String name) {
        return name == null ? account.inbox() : listsByName.computeIfAbsent(name, this::made);
    }

    private UUID made(String list) {
        if (dryRun) {
            preview.addList(list);
            return UUID.randomUUID();
        }
        var made = lists.add(account, list, bottomOfLists);
        bottomOfLists = Position.below(bottomOfLists);
        return made.id();
    }

    private void refuse(Row.Refused row) {
        refused++;
        if (refusals.size() < MOST_REFUSALS_TOLD) {
            refusals.add(new Refusal(row.line(), row.field(), row.reason().code(), row.words()));
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
