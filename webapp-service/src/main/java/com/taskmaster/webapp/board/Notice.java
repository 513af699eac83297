package com.taskmaster.webapp.board;

import com.taskmaster.webapp.undo.Undo;
import io.quarkus.qute.TemplateData;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What the page has to say of what was just done.
 *
 * @param undo what was done, and how it is taken back; {@code null} if it cannot be
 * @param handle that takes it back
 * @param title of the task that it is about; {@code null} if it is about several, or none
 * @param left how many tasks it was not done to
 */
@TemplateData
public record Notice(Kind kind, Undo undo, String handle, String title, int left) {

    /** The texts are in the message bundle under its name. */
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

        /** As addresses name it. */
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

    /** Whether something can be taken back: not where everything was as it was to be. */
    public boolean isUndoable() {
        return undo != null && !undo.operations().isEmpty();
    }

    /** The one task that can be taken back; {@code null} if there are several, or none. */
    public UUID task() {
        return isUndoable() && title != null ? undo.operations().get(0).id() : null;
    }

    /** Of that task, as it was left. */
    public int version() {
        return undo.operations().get(0).version();
    }

    /** Whether something was left as it was. */
    public boolean isPartial() {
        return left > 0;
    }

    static Notice of(Kind kind) {
        return new Notice(kind, null, null, null, 0);
    }

    static Notice of(Kind kind, String title) {
        return new Notice(kind, null, null, title, 0);
    }

    static Notice of(Undo undo, String handle) {
        return new Notice(Kind.DONE, undo, handle, undo.title(), 0);
    }

    Notice with(int tasksLeft) {
        return new Notice(kind, undo, handle, title, tasksLeft);
    }
}
