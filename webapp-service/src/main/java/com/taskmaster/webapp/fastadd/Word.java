package com.taskmaster.webapp.fastadd;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A word of the input.
 *
 * @param text as it appears in the title
 * @param core without trailing punctuation; empty if the word belongs to the title
 * @param key for lookups: in lower case with umlauts transcribed; empty if the word belongs to the title
 * @param end the end of the core
 */
record Word(String text, String core, String key, int start, int end) {

    private static final String PUNCTUATION = ",;:!?";
    private static final String DASHES = "-–—";

    /** A word that may be recognized. */
    static Word of(String input, int start, int end) {
        var text = input.substring(start, end);
        var core = withoutPunctuation(text);
        return new Word(text, core, key(core), start, start + core.length());
    }

    /** A quoted or escaped word. */
    static Word ofTitle(String input, int start, int end) {
        return new Word(input.substring(start, end), "", "", start, end);
    }

    /** A final dot is punctuation if the key has dropped it; the one in "24." marks an ordinal number. */
    boolean isBeforePunctuation() {
        return core.length() < text.length() || core.endsWith(".") && !key.endsWith(".");
    }

    boolean isDash() {
        return DASHES.contains(text);
    }

    private static String withoutPunctuation(String text) {
        var end = text.length();
        while (end > 0 && PUNCTUATION.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(0, end);
    }

    private static String key(String core) {
        var key = Normalizer.normalize(core, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace('’', '\'');
        return isAbbreviation(key) ? key.substring(0, key.length() - 1) : key;
    }

    /** The dot in "Dec." has no meaning, the one in "24." does. */
    private static boolean isAbbreviation(String key) {
        return key.length() > 1 && key.endsWith(".") && Character.isLetter(key.charAt(key.length() - 2));
    }
}
