package com.taskmaster.tasks.http;

import java.util.regex.Pattern;

/**
 * The ASCII control characters, not allowed in single-line text. U+0080 to U+009F are allowed: text from old systems
 * uses them for letters and quotes, and they are harmless.
 */
public final class ControlCharacters {

    /** A regular expression that matches text without control characters, in Java and in ECMA-262. */
    public static final String NONE = "^[^\\x00-\\x1f\\x7f]*$";

    private static final Pattern FREE_OF_THEM = Pattern.compile(NONE);

    private ControlCharacters() {}

    static boolean areIn(String text) {
        return !FREE_OF_THEM.matcher(text).matches();
    }
}
