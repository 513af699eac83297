package com.taskmaster.webapp.preferences;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The color scheme of the pages; {@link #SYSTEM} leaves it to the browser. */
public enum Theme {
    SYSTEM,
    LIGHT,
    DARK;

    /** The value in cookies, forms and {@code data-theme}. */
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The CSS value (CSS Color Adjustment §2.2). */
    public String colorScheme() {
        return this == SYSTEM ? "light dark" : value();
    }

    static Optional<Theme> of(String value) {
        return Stream.of(values()).filter(theme -> theme.value().equals(value)).findFirst();
    }
}
