package com.taskmaster.tasks.transfer;

import java.util.regex.Pattern;

/**
 * Keeps a spreadsheet from running a cell as a formula (OWASP, "CSV Injection"). Every cell is guarded, ours too: a
 * negative number gets the apostrophe like a formula, and loses it again when it is read.
 */
final class FormulaGuard {

    /**
     * At the beginning of a cell, and within it behind what parts cells elsewhere: a German spreadsheet parts at semicolons,
     * and then takes neither our quotes for quotes nor a line break in them for a part of the cell.
     */
    private static final String PLACE = "(?:^(?=%1$s[=+\\-@\\t\\r])|(?<=[;\\t\\r\\n])(?=%1$s[ \"]*+[=+\\-@]))";

    private static final Pattern DANGEROUS = Pattern.compile(PLACE.formatted("'*+"));
    private static final Pattern GUARDED = Pattern.compile(PLACE.formatted("'++") + "'");

    private FormulaGuard() {}

    /** One apostrophe more in front of what is dangerous, or would be behind apostrophes. */
    static String on(String cell) {
        return DANGEROUS.matcher(cell).replaceAll("'");
    }

    /** The text that {@link #on} was given. */
    static String off(String cell) {
        return GUARDED.matcher(cell).replaceAll("");
    }
}
