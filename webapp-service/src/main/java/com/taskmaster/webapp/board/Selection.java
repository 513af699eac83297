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
 * The selected tasks and the action for them, kept on the page if the action is rejected.
 *
 * @param action the value of the button that was pressed; the other fields are its arguments and may be empty
 */
@TemplateData
public record Selection(Set<UUID> tasks, String action, String list, String due, String tag, String priority) {

    static final Selection NONE = new Selection(Set.of(), "", "", "", "", "");

    /** Selects every task on the page. */
    static final String ALL = "all";

    /** The actions without arguments. */
    private static final Set<String> PLAIN = Set.of("complete", "reopen", "delete", "restore", "remove", ALL);

    static Selection of(List<SelectedTask> tasks, String action, String list, String due, String tag, String priority) {
        return new Selection(
                tasks.stream().map(SelectedTask::id).collect(Collectors.toSet()), action, list, due, tag, priority);
    }

    /** The tasks that the action has not been applied to yet. */
    Selection without(List<Outcome> done) {
        var left = new HashSet<>(tasks);
        done.forEach(outcome -> left.remove(outcome.id()));
        return new Selection(left, action, list, due, tag, priority);
    }

    boolean holds(Task task) {
        return action.equals(ALL) || tasks.contains(task.id());
    }

    /** Whether the action has an argument, so that its field is shown. */
    public boolean isOpen() {
        return !tasks.isEmpty() && !PLAIN.contains(action);
    }
}
