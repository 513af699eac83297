package com.taskmaster.tasks.transfer.csv;

import java.util.regex.Pattern;

/**
 * Prevents spreadsheets from running cells as formulas (OWASP, "CSV Injection"). Every cell is guarded alike: even a
 * negative number gets the apostrophe, which an import removes.
 */
final class FormulaGuard {

    /**
     * The start of a cell, and positions within it after characters that separate cells elsewhere: a German spreadsheet
     * splits at semicolons, and then honors neither our quotes nor the line breaks within them.
     */
    private static final String PLACE = "(?:^(?=%1$s[=+\\-@\\t\\r])|(?<=[;\\t\\r\\n])(?=%1$s[ \"]*+[=+\\-@]))";

    private static final Pattern DANGEROUS = Pattern.compile(PLACE.formatted("'*+"));
    private static final Pattern GUARDED = Pattern.compile(PLACE.formatted("'++") + "'");

    private FormulaGuard() {}

    /** Adds an apostrophe before text that would run as a formula, with or without leading apostrophes. */
    static String on(String cell) {
        return DANGEROUS.matcher(cell).replaceAll("'");
    }

    /** Reverses {@link #on}. */
    static String off(String cell) {
        return GUARDED.matcher(cell).replaceAll("");
    }
}
