package com.taskmaster.webapp.tasks;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The priority of a task. */
public enum Priority {
    HIGH,
    MEDIUM,
    LOW,
    NONE;

    /** The name in the Tasks API and in addresses. */
    @JsonValue
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @return empty if no priority has this name */
    public static Optional<Priority> named(String name) {
        return Arrays.stream(values())
                .filter(priority -> priority.value().equals(name))
                .findFirst();
    }
}
