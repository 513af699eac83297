package com.taskmaster.webapp.board;

import io.quarkus.qute.TemplateEnum;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The tasks that a page shows, by due date or status. */
@TemplateEnum
public enum View {
    TODAY("open", "today", "due"),
    UPCOMING("open", "upcoming", "due"),
    OVERDUE("open", "overdue", "due"),
    ALL("open", null, "position"),
    COMPLETED("completed", null, "changed"),
    TRASH("trashed", null, "changed");

    private final String status;
    private final String due;
    private final String sort;

    View(String status, String due, String sort) {
        this.status = status;
        this.due = due;
        this.sort = sort;
    }

    /** The value of the URL parameter. */
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isOpen() {
        return status.equals("open");
    }

    String status() {
        return status;
    }

    /** @return {@code null}: any */
    String due() {
        return due;
    }

    /** The default order. */
    String sort() {
        return sort;
    }

    static Optional<View> of(String value) {
        return Arrays.stream(values())
                .filter(view -> view.value().equals(value))
                .findFirst();
    }
}
