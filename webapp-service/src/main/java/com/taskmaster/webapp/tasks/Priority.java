package com.taskmaster.webapp.tasks;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much a task matters, as the Tasks API names it. */
public enum Priority {
    HIGH,
    MEDIUM,
    LOW,
    NONE;

    /** As the API and addresses name it. */
    @JsonValue
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @return nothing if no priority has this name */
    public static Optional<Priority> named(String name) {
        return Arrays.stream(values())
                .filter(priority -> priority.value().equals(name))
                .findFirst();
    }
}
