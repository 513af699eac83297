package com.taskmaster.webapp.preferences;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The colours of the pages; {@link #SYSTEM} leaves them to the browser. */
public enum Theme {
    SYSTEM,
    LIGHT,
    DARK;

    /** As cookies, forms and {@code data-theme} name it. */
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What browsers call them (CSS Color Adjustment §2.2). */
    public String colorScheme() {
        return this == SYSTEM ? "light dark" : value();
    }

    static Optional<Theme> of(String value) {
        return Stream.of(values()).filter(theme -> theme.value().equals(value)).findFirst();
    }
}
