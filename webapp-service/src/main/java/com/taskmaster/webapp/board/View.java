package com.taskmaster.webapp.board;

import io.quarkus.qute.TemplateEnum;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which tasks a page shows, by when they are due or what has become of them. */
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

    /** As addresses name it. */
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isOpen() {
        return status.equals("open");
    }

    String status() {
        return status;
    }

    /** @return {@code null}: whenever */
    String due() {
        return due;
    }

    /** The order that it has unless somebody asks for another. */
    String sort() {
        return sort;
    }

    static Optional<View> of(String value) {
        return Arrays.stream(values())
                .filter(view -> view.value().equals(value))
                .findFirst();
    }
}
