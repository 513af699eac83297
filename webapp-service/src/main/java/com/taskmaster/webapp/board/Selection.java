package com.taskmaster.webapp.board;

import com.taskmaster.webapp.tasks.Outcome;
import com.taskmaster.webapp.tasks.Task;
import io.quarkus.qute.TemplateData;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Tasks that were selected, and what was to be done to them: kept where it was refused.
 *
 * @param action as the button says that was pressed; the other fields say to what, and may be empty
 */
@TemplateData
public record Selection(Set<UUID> tasks, String action, String list, String due, String tag, String priority) {

    static final Selection NONE = new Selection(Set.of(), "", "", "", "", "");

    /** Those that are not told by fields of their own. */
    private static final Set<String> PLAIN = Set.of("complete", "reopen", "delete", "restore", "remove");

    static Selection of(List<SelectedTask> tasks, String action, String list, String due, String tag, String priority) {
        return new Selection(
                tasks.stream().map(SelectedTask::id).collect(Collectors.toSet()), action, list, due, tag, priority);
    }

    /** What is still to be done. */
    Selection without(List<Outcome> done) {
        var left = new HashSet<>(tasks);
        done.forEach(outcome -> left.remove(outcome.id()));
        return new Selection(left, action, list, due, tag, priority);
    }

    boolean holds(Task task) {
        return tasks.contains(task.id());
    }

    /** Whether it was about one of the fields. */
    public boolean isOpen() {
        return !tasks.isEmpty() && !PLAIN.contains(action);
    }
}
