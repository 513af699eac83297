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

    static Optional<Theme> of(String value) {
        return Stream.of(values()).filter(theme -> theme.value().equals(value)).findFirst();
    }
}
