package com.taskmaster.tasks.http;

import java.util.regex.Pattern;

/**
 * The control characters of ASCII, which no line of text holds. Those from U+0080 to U+009F are none here: texts of old
 * systems have them for letters and quotes, and they do no harm.
 */
public final class ControlCharacters {

    /** A regular expression of a text without any, in Java as in ECMA-262. */
    public static final String NONE = "^[^\\x00-\\x1f\\x7f]*$";

    private static final Pattern FREE_OF_THEM = Pattern.compile(NONE);

    private ControlCharacters() {}

    static boolean areIn(String text) {
        return !FREE_OF_THEM.matcher(text).matches();
    }
}
