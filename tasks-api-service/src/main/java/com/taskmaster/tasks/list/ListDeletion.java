package com.taskmaster.tasks.list;

import com.taskmaster.tasks.account.Account;
import com.taskmaster.tasks.task.Part;
import com.taskmaster.tasks.task.Tasks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The deletion of a list, in as many transactions as its tasks need: a single one unless there are very many. */
@ApplicationScoped
class ListDeletion {

    private final TaskLists lists;
    private final Tasks tasks;

    ListDeletion(TaskLists lists, Tasks tasks) {
        this.lists = lists;
        this.tasks = tasks;
    }

    /**
     * Moves tasks of a list to the inbox, as many as a transaction has time for, and deletes the list if these were the last.
     *
     * @param permitted the list, as it is now that nobody else can change it; throws if it may not be deleted
     * @param trash whether its tasks go on to the trash
     */
    @Transactional
    Part next(
            Account account,
            UUID id,
            Function<Optional<TaskList>, TaskList> permitted,
            boolean trash,
            Optional<String> client) {
        tasks.lockSome(account, id);
        var list = permitted.apply(lists.lock(account, id));
        var part = tasks.emptySome(account, id, trash, client);
        if (part.isLast()) {
            lists.delete(list);
            lists.flush();
        }
        return part;
    }
}
