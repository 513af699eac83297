package com.taskmaster.webapp.fastadd;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads words phrase by phrase, and backtracks where nothing matches. */
final class Reader {

    private final Sentence sentence;
    private int position;

    Reader(Sentence sentence, int position) {
        this.sentence = sentence;
        this.position = position;
    }

    /** The position of the next word. */
    int position() {
        return position;
    }

    /** Reads the next word unconditionally. */
    Word take() {
        return sentence.word(position++);
    }

    /** Skips the longest of these phrases that comes next. */
    boolean skip(Set<String> phrases) {
        return find(phrases::contains, phrase -> phrase).isPresent();
    }

    /** Reads the longest of these phrases that comes next, and returns its meaning. */
    <T> Optional<T> take(Map<String, T> phrases) {
        return find(phrases::containsKey, phrases::get);
    }

    /** Reads the next word if it matches. */
    Optional<Matcher> take(Pattern pattern) {
        if (position == sentence.size()) {
            return Optional.empty();
        }
        var matcher = pattern.matcher(sentence.word(position).key());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        position++;
        return Optional.of(matcher);
    }

    /** The result of the first reading that succeeds; the others do not move this reader. */
    @SafeVarargs
    final <T> Optional<T> firstOf(Function<Reader, Optional<T>>... readings) {
        var start = position;
        for (var reading : readings) {
            var meaning = reading.apply(this);
            if (meaning.isPresent()) {
                return meaning;
            }
            position = start;
        }
        return Optional.empty();
    }

    private <T> Optional<T> find(Predicate<String> known, Function<String, T> meaning) {
        var phrases = sentence.phrasesAt(position);
        for (var length = phrases.size(); length > 0; length--) {
            var phrase = phrases.get(length - 1);
            if (known.test(phrase)) {
                position += length;
                return Optional.of(meaning.apply(phrase));
            }
        }
        return Optional.empty();
    }
}
