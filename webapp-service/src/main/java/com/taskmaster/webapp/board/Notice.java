package com.taskmaster.webapp.board;

import com.taskmaster.webapp.undo.Undo;
import io.quarkus.qute.TemplateData;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What the page has to say of what was just done.
 *
 * @param undo what can be taken back; {@code null} if nothing can
 * @param handle that takes it back
 * @param title of the task that it is about; {@code null} if it is about several, or none
 */
@TemplateData
public record Notice(Kind kind, Undo undo, String handle, String title) {

    /** The texts are in the message bundle under its name. */
    public enum Kind {
        DONE,
        UNDONE,
        NOT_UNDONE,
        CHANGED_ELSEWHERE,
        GONE,
        SAVED,
        LIST_ADDED,
        LIST_CHANGED,
        LIST_MOVED,
        LIST_DELETED,
        LIST_REFUSED,
        TAG_REFUSED,
        DATE_REFUSED,
        TRASH_EMPTIED;

        /** As addresses name it. */
        public String value() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Kind> of(String value) {
            return Arrays.stream(values())
                    .filter(kind -> kind.value().equals(value))
                    .findFirst();
        }
    }

    static Notice of(Kind kind) {
        return new Notice(kind, null, null, null);
    }

    static Notice of(Kind kind, String title) {
        return new Notice(kind, null, null, title);
    }

    static Notice of(Undo undo, String handle) {
        return new Notice(Kind.DONE, undo, handle, undo.title());
    }
}
