package com.taskmaster.tasks.transfer;

import com.taskmaster.tasks.account.Account;
import com.taskmaster.tasks.list.TaskList;
import com.taskmaster.tasks.list.TaskLists;
import com.taskmaster.tasks.task.Task;
import com.taskmaster.tasks.task.Tasks;
import com.taskmaster.tasks.transfer.format.TaskFormat;
import com.taskmaster.tasks.transfer.format.TransferredTask;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Exports all tasks outside the trash in batches, so that few are in memory at once. */
@ApplicationScoped
class Export {

    private static final int AT_ONCE = 500;

    private final Tasks tasks;
    private final TaskLists lists;

    Export(Tasks tasks, TaskLists lists) {
        this.tasks = tasks;
        this.lists = lists;
    }

    void write(Account account, TaskFormat format, OutputStream out) throws IOException {
        var writer = format.writer(out);
        var names = new HashMap<>(namesOf(account));
        var part = part(account, Optional.empty());
        while (!part.isEmpty()) {
            if (!isEachIn(names, part, account)) {
                namesOf(account).forEach(names::putIfAbsent);
            }
            for (var task : part) {
                writer.write(task.id(), TransferredTask.of(task, names.get(task.listId())));
            }
            part = part(account, Optional.of(part.get(part.size() - 1).id()));
        }
        writer.end();
    }

    private List<Task> part(Account account, Optional<UUID> after) {
        return QuarkusTransaction.requiringNew().call(() -> tasks.outsideTrash(account, after, AT_ONCE));
    }

    /** A list may have been created since the first batch. */
    private static boolean isEachIn(Map<UUID, String> names, List<Task> part, Account account) {
        return part.stream()
                .map(Task::listId)
                .allMatch(list -> list.equals(account.inbox()) || names.containsKey(list));
    }

    /** Without the inbox, which is exported as no list. */
    private Map<UUID, String> namesOf(Account account) {
        return QuarkusTransaction.requiringNew().call(() -> lists.of(account)).stream()
                .filter(list -> !list.id().equals(account.inbox()))
                .collect(Collectors.toMap(TaskList::id, TaskList::name));
    }
}
