package com.taskmaster.webapp.fastadd;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads words, one phrase after the other, and goes back where it does not understand. */
final class Reader {

    private final Sentence sentence;
    private int position;

    Reader(Sentence sentence, int position) {
        this.sentence = sentence;
        this.position = position;
    }

    /** Where the next word is. */
    int position() {
        return position;
    }

    /** The next word, whatever it is. */
    Word take() {
        return sentence.word(position++);
    }

    /** Passes over one of these phrases, the longest that is there. */
    boolean skip(Set<String> phrases) {
        return find(phrases::contains, phrase -> phrase).isPresent();
    }

    /** The meaning of the phrase that is there, the longest of these. */
    <T> Optional<T> take(Map<String, T> phrases) {
        return find(phrases::containsKey, phrases::get);
    }

    /** The next word where it looks like this. */
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

    /** The first of the readings that makes sense; none of them moves this reader otherwise. */
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
