package com.taskmaster.webapp.board;

import com.taskmaster.webapp.undo.Undo;
import com.taskmaster.webapp.undo.Undo.Done;
import io.quarkus.qute.TemplateData;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What the page says about the last action.
 *
 * @param undo the action and how to undo it; {@code null} if that is not possible
 * @param handle the handle that undoes it
 * @param title the title of the task concerned; {@code null} if there are several or none
 * @param left the number of tasks left unchanged
 * @param busy whether they were left because the Tasks API was too busy, and not because of what they are
 */
@TemplateData
public record Notice(Kind kind, Undo undo, String handle, String title, int left, boolean busy) {

    /** The kinds; the message bundle has a text for each name. */
    public enum Kind {
        DONE,
        ADDED_BEFORE,
        MOVED,
        UNDONE,
        NOT_UNDONE,
        CHANGED_ELSEWHERE,
        GONE,
        SAVED,
        LIST_ADDED,
        LIST_CHANGED,
        LIST_MOVED,
        LIST_DELETED,
        LIST_TAKEN,
        LISTS_FULL,
        LIST_REFUSED,
        LIST_OVERTAKEN,
        LIST_CHANGED_ELSEWHERE,
        TAG_REFUSED,
        DATE_REFUSED,
        TRASH_EMPTIED,
        REMOVED,
        PARTLY_UNDONE;

        /** The value of the URL parameter. */
        public String value() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean isOfListSettings() {
            return this == LIST_MOVED || this == LIST_CHANGED_ELSEWHERE;
        }

        static Optional<Kind> of(String value) {
            return Arrays.stream(values())
                    .filter(kind -> kind.value().equals(value))
                    .findFirst();
        }
    }

    /** Whether there is something to undo; not if everything already was as requested. */
    public boolean isUndoable() {
        return undo != null && !undo.operations().isEmpty();
    }

    /** The one task whose change can be undone; {@code null} if there are several or none. */
    public UUID task() {
        return isUndoable() && title != null ? undo.operations().get(0).id() : null;
    }

    /**
     * The version of the one task that has the user's change and no other one; {@code null} if there is none, as after
     * a merge with changes made elsewhere.
     */
    public Integer version() {
        return task() != null && undo.done() == Done.CHANGED
                ? undo.operations().get(0).version()
                : null;
    }

    /** Whether some tasks were left unchanged. */
    public boolean isPartial() {
        return left > 0;
    }

    static Notice of(Kind kind) {
        return new Notice(kind, null, null, null, 0, false);
    }

    static Notice of(Kind kind, String title) {
        return new Notice(kind, null, null, title, 0, false);
    }

    static Notice of(Undo undo, String handle) {
        var kind = undo.done() == Done.PARTLY_UNDONE ? Kind.PARTLY_UNDONE : Kind.DONE;
        return new Notice(kind, undo, handle, undo.title(), 0, false);
    }

    Notice leaving(int tasks, boolean becauseBusy) {
        return new Notice(kind, undo, handle, title, tasks, becauseBusy);
    }
}
