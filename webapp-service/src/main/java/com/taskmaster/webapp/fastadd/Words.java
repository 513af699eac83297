package com.taskmaster.webapp.fastadd;

import java.util.ArrayList;
import java.util.List;

/** Splits a text at spaces, except within quotation marks. */
final class Words {

    private static final String OPENING = "\"„“«»";
    private static final List<String> CLOSING = List.of("\"", "“”", "”", "»", "«");
    private static final char ESCAPE = '\\';

    private final String text;

    /** For each opening mark, the last position of a mark that closes it. */
    private final int[] lastClosing;

    private final List<Word> words = new ArrayList<>();

    private Words(String text) {
        this.text = text;
        this.lastClosing = CLOSING.stream()
                .mapToInt(marks -> marks.chars().map(text::lastIndexOf).max().orElseThrow())
                .toArray();
    }

    static List<Word> of(String text) {
        return new Words(text).split();
    }

    private List<Word> split() {
        var position = 0;
        while (position < text.length()) {
            if (isSpace(text.charAt(position))) {
                position++;
            } else {
                position = addWord(position);
            }
        }
        return words;
    }

    private int addWord(int start) {
        if (isEscaped(start)) {
            var end = endOfWord(start + 1);
            words.add(Word.ofTitle(text, start + 1, end));
            return end;
        }
        var isMark = text.charAt(start) == Marks.TAG || text.charAt(start) == Marks.LIST;
        var quoted = endOfQuotation(isMark ? start + 1 : start);
        var end = endOfWord(Math.max(start, quoted));
        words.add(quoted >= 0 && !isMark ? Word.ofTitle(text, start, end) : Word.of(text, start, end));
        return end;
    }

    private boolean isEscaped(int start) {
        return text.charAt(start) == ESCAPE
                && start + 1 < text.length()
                && !isSpace(text.charAt(start + 1))
                && text.charAt(start + 1) != ESCAPE;
    }

    /** The end of the quotation that starts here, or -1 if none starts or it is not closed. */
    private int endOfQuotation(int start) {
        var marks = start < text.length() ? OPENING.indexOf(text.charAt(start)) : -1;
        if (marks < 0 || lastClosing[marks] <= start) {
            return -1;
        }
        var end = start + 1;
        while (CLOSING.get(marks).indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end + 1;
    }

    private int endOfWord(int start) {
        var end = start;
        while (end < text.length() && !isSpace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Whether the whole text is in quotation marks. */
    static boolean isQuotation(String text) {
        var marks = text.length() < 2 ? -1 : OPENING.indexOf(text.charAt(0));
        return marks >= 0 && CLOSING.get(marks).indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    /** Collapses whitespace and control characters to single spaces, and trims both ends. */
    static String tidy(String text) {
        var tidy = new StringBuilder();
        for (var index = 0; index < text.length(); index++) {
            var character = text.charAt(index);
            if (!isSpace(character)) {
                tidy.append(character);
            } else if (!tidy.isEmpty() && tidy.charAt(tidy.length() - 1) != ' ') {
                tidy.append(' ');
            }
        }
        return tidy.toString().stripTrailing();
    }

    private static boolean isSpace(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.isISOControl(character);
    }
}
