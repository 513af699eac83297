package com.taskmaster.webapp.undo;

import com.taskmaster.webapp.tasks.Operation;
import com.taskmaster.webapp.tasks.Task;
import io.quarkus.qute.TemplateData;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * What was done, and what takes it back.
 *
 * @param subject whose it is: nobody else may take it back
 * @param title of the task that it was done to; {@code null} if there were several
 * @param operations refused where a task has changed since; empty if nothing can be taken back
 */
@RegisterForReflection // kept as JSON, encrypted
@TemplateData
public record Undo(String subject, Done done, String title, int count, List<Operation> operations) {

    /** What was done; the texts are in the message bundle under its name. */
    public enum Done {
        ADDED,
        COMPLETED,
        REOPENED,
        DELETED,
        RESTORED,
        CHANGED,
        /** Upon what somebody else has changed meanwhile. */
        MERGED;

        /**
         * Whether nothing takes it back: the next one of a repeating task may have gone, and to complete the task again would
         * make another one.
         */
        public boolean isFinalFor(Task task) {
            return this == REOPENED && task.repeat() != null;
        }
    }

    /** Of one task, which stays as it is now. */
    public static Undo none(String subject, Done done, String title) {
        return new Undo(subject, done, title, 1, List.of());
    }

    /** Of one task. */
    public static Undo of(String subject, Done done, String title, Operation operation) {
        return new Undo(subject, done, title, 1, List.of(operation));
    }
}
