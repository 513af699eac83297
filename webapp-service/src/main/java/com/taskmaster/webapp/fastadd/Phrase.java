package com.taskmaster.webapp.fastadd;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Recognized words.
 *
 * @param end the position after the last word
 * @param leading if one of these words precedes the phrase, it belongs to the title; empty for marked words
 * @param meaning applies the phrase to a draft; {@code false} if the draft accepts no more of this kind
 */
record Phrase(Piece.Kind kind, int end, Set<String> leading, Predicate<Draft> meaning) {

    boolean isMarked() {
        return leading.isEmpty();
    }

    /** The longer of two phrases. For equal ones, this one, with the leading words of both. */
    Phrase orLonger(Phrase other) {
        if (other.end != end) {
            return other.end > end ? other : this;
        }
        var either = new HashSet<>(leading);
        either.addAll(other.leading);
        return new Phrase(kind, end, either, meaning);
    }
}
