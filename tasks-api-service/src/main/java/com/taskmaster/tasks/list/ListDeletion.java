package com.taskmaster.tasks.list;

import com.taskmaster.tasks.account.Account;
import com.taskmaster.tasks.task.Part;
import com.taskmaster.tasks.task.Tasks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Deletes a list, in several transactions if it has more than {@link Part#LARGEST} tasks. */
@ApplicationScoped
class ListDeletion {

    private final TaskLists lists;
    private final Tasks tasks;

    ListDeletion(TaskLists lists, Tasks tasks) {
        this.lists = lists;
        this.tasks = tasks;
    }

    /**
     * Moves tasks of a list to the inbox, at most {@link Part#LARGEST}, and deletes the list once it is empty.
     *
     * @param permitted checks the list after it has been locked; throws if it may not be deleted
     * @param trash whether to put the tasks into the trash as well
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
