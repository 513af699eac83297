package com.taskmaster.webapp.undo;

import com.taskmaster.webapp.tasks.Operation;
import com.taskmaster.webapp.tasks.Outcome;
import com.taskmaster.webapp.tasks.Task;
import io.quarkus.qute.TemplateData;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A completed action and the operations that undo it.
 *
 * @param subject the user; nobody else may undo it
 * @param title the title of the task; {@code null} if there were several
 * @param operations rejected for a task that has changed since; empty if nothing can be undone
 */
@RegisterForReflection // stored as encrypted JSON
@TemplateData
public record Undo(String subject, Done done, String title, int count, List<Operation> operations) {

    /** The actions; the message bundle has a text for each name. */
    public enum Done {
        ADDED,
        COMPLETED,
        REOPENED,
        DELETED,
        RESTORED,
        CHANGED,
        /** Changed on top of changes that were made elsewhere in the meantime. */
        MERGED,
        /** The same, where somebody else has completed it. */
        MERGED_COMPLETED,
        /** The same, where somebody else has reopened it. */
        MERGED_REOPENED,
        /** Undone in part, because the Tasks API was too busy for the rest. */
        PARTLY_UNDONE;

        /**
         * Whether it cannot be undone: reopening a recurring task may have removed its next occurrence, and completing
         * it again would create another one.
         */
        public boolean isFinalFor(Task task) {
            return this == REOPENED && task.repeat() != null;
        }
    }

    /** For what is left to undo. */
    public Undo without(List<Outcome> undone) {
        var ids = undone.stream().map(Outcome::id).collect(Collectors.toSet());
        var rest = operations.stream()
                .filter(operation -> !ids.contains(operation.id()))
                .toList();
        return new Undo(subject, Done.PARTLY_UNDONE, null, rest.size(), rest);
    }

    /** For an action on one task that cannot be undone. */
    public static Undo none(String subject, Done done, String title) {
        return new Undo(subject, done, title, 1, List.of());
    }

    /** For an action on one task. */
    public static Undo of(String subject, Done done, String title, Operation operation) {
        return new Undo(subject, done, title, 1, List.of(operation));
    }
}
