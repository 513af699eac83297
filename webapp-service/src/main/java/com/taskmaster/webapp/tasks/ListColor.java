package com.taskmaster.webapp.tasks;

import io.quarkus.qute.TemplateData;
import java.util.Arrays;

/** The colors that can be chosen for a list in this application; other clients may set any color. */
@TemplateData
public enum ListColor {
    RED("#e53935"),
    ORANGE("#ef6c00"),
    YELLOW("#f9a825"),
    GREEN("#43a047"),
    TEAL("#00897b"),
    BLUE("#1e88e5"),
    PURPLE("#8e24aa"),
    PINK("#d81b60"),
    GRAY("#757575");

    private final String value;

    ListColor(String value) {
        this.value = value;
    }

    /** As in the Tasks API and CSS: red, green and blue in hexadecimal. */
    public String value() {
        return value;
    }

    static boolean isKnown(String value) {
        return Arrays.stream(values()).anyMatch(color -> color.value.equals(value));
    }
}
