package com.taskmaster.webapp.fastadd;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A word of the input.
 *
 * @param text as the title has it
 * @param core without the punctuation after it; empty where the word is meant for the title
 * @param key what it is looked up by: in small letters, umlauts written out; empty where the word is meant for the title
 * @param end where the core ends
 */
record Word(String text, String core, String key, int start, int end) {

    private static final String PUNCTUATION = ",;:!?";
    private static final String DASHES = "-–—";

    /** A word that may be understood. */
    static Word of(String input, int start, int end) {
        var text = input.substring(start, end);
        var core = withoutPunctuation(text);
        return new Word(text, core, key(core), start, start + core.length());
    }

    /** A word that was quoted or escaped. */
    static Word ofTitle(String input, int start, int end) {
        return new Word(input.substring(start, end), "", "", start, end);
    }

    /** A dot is one where nothing is left of it in the key: that of "24." says which day it is. */
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

    /** The dot of "Dec." says nothing, that of "24." does. */
    private static boolean isAbbreviation(String key) {
        return key.length() > 1 && key.endsWith(".") && Character.isLetter(key.charAt(key.length() - 2));
    }
}
