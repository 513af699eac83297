package com.taskmaster.webapp.fastadd;

import static com.taskmaster.webapp.fastadd.Vocabulary.meanings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Marked words: {@code #list}, {@code @tag}, {@code !priority}. Names with spaces need quotation marks. */
final class Marks {

    static final char LIST = '#';
    static final char TAG = '@';

    /** Code points, as the Tasks API counts. */
    private static final int LONGEST_LIST_NAME = 100;

    /** The Tasks API's rule. */
    private static final Pattern ACCEPTED_TAG = Pattern.compile("[^,\\p{Cntrl}]{1,50}");

    private static final Map<String, Priority> PRIORITIES = meanings(
            List.of(Priority.HIGH, Priority.MEDIUM, Priority.LOW),
            "!high|!hoch|!1",
            "!medium|!mittel|!2",
            "!low|!niedrig|!3");

    private Marks() {}

    static Optional<Priority> priority(Reader reader) {
        return reader.take(PRIORITIES);
    }

    static Optional<String> list(Reader reader) {
        return name(LIST, reader.take().core())
                .filter(name -> name.codePointCount(0, name.length()) <= LONGEST_LIST_NAME);
    }

    static Optional<String> tag(Reader reader) {
        return name(TAG, reader.take().core())
                .filter(name -> ACCEPTED_TAG.matcher(name).matches());
    }

    private static Optional<String> name(char mark, String core) {
        if (core.length() < 2 || core.charAt(0) != mark) {
            return Optional.empty();
        }
        var name = core.substring(1);
        return (Words.isQuotation(name) ? Optional.of(Words.tidy(name.substring(1, name.length() - 1))) : bare(name))
                .filter(Marks::canBeWritten);
    }

    /** Not numbers ("Fix #12") or words with another {@code @} (email addresses). */
    private static Optional<String> bare(String name) {
        var first = name.codePointAt(0);
        var begins = Character.isLetter(first) || Character.getType(first) == Character.OTHER_SYMBOL;
        var word = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        return begins && name.indexOf(TAG) < 0 ? Optional.of(word) : Optional.empty();
    }

    private static boolean canBeWritten(String name) {
        return !name.isEmpty() && name.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE);
    }
}
