package com.taskmaster.tasks.list;

import com.taskmaster.tasks.account.Account;
import com.taskmaster.tasks.task.Part;
import com.taskmaster.tasks.task.Tasks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Deletes a list, in several transactions if it has very many tasks. */
@ApplicationScoped
class ListDeletion {

    private final TaskLists lists;
    private final Tasks tasks;

    ListDeletion(TaskLists lists, Tasks tasks) {
        this.lists = lists;
        this.tasks = tasks;
    }

    /**
     * Moves the first tasks of a list to the inbox, and deletes the list if these were all.
     *
     * @param permission checks the list after it has been locked; throws if it may not be deleted
     * @param trash whether to put the tasks into the trash as well
     */
    @Transactional
    Part begin(
            Account account, UUID id, Consumer<Optional<TaskList>> permission, boolean trash, Optional<String> client) {
        tasks.lockSome(account, id);
        var list = lists.lock(account, id);
        permission.accept(list);
        return empty(account, list, trash, client);
    }

    /**
     * Moves further tasks, and deletes the list if these were the last. Neither a change of the list in the meantime prevents
     * this, nor another request that has deleted it.
     */
    @Transactional
    Part goOn(Account account, UUID id, boolean trash, Optional<String> client) {
        tasks.lockSome(account, id);
        return empty(account, lists.lock(account, id), trash, client);
    }

    private Part empty(Account account, Optional<TaskList> list, boolean trash, Optional<String> client) {
        if (list.isEmpty()) {
            return Part.NOTHING_LEFT;
        }
        var part = tasks.emptySome(account, list.get().id(), trash, client);
        if (part.isLast()) {
            lists.delete(list.get());
            lists.flush();
        }
        return part;
    }
}
