package com.taskmaster.tasks.transfer;

import java.util.regex.Pattern;

/**
 * Keeps a spreadsheet from running a cell as a formula (OWASP, "CSV Injection"). Every cell is guarded, ours too: a
 * negative number gets the apostrophe like a formula, and loses it again when it is read.
 */
final class FormulaGuard {

    private static final Pattern DANGEROUS = Pattern.compile("'*+[=+\\-@\\t\\r]");
    private static final Pattern GUARDED = Pattern.compile("'++[=+\\-@\\t\\r]");

    private FormulaGuard() {}

    /** One apostrophe more in front of what is dangerous, or would be behind apostrophes. */
    static String on(String cell) {
        return DANGEROUS.matcher(cell).lookingAt() ? "'" + cell : cell;
    }

    /** The text that {@link #on} was given. */
    static String off(String cell) {
        return GUARDED.matcher(cell).lookingAt() ? cell.substring(1) : cell;
    }
}
