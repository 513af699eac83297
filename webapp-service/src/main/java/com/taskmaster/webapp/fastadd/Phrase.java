package com.taskmaster.webapp.fastadd;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Words that make sense.
 *
 * @param end the first word after it
 * @param leading after which of these words it belongs to them; none where it is marked by a sign
 * @param meaning tells a draft, which takes nothing of which it has enough
 */
record Phrase(Piece.Kind kind, int end, Set<String> leading, Predicate<Draft> meaning) {

    boolean isMarked() {
        return leading.isEmpty();
    }

    /** The longer of two readings; of the same words, this one, which then follows what either may follow. */
    Phrase orLonger(Phrase other) {
        if (other.end != end) {
            return other.end > end ? other : this;
        }
        var either = new HashSet<>(leading);
        either.addAll(other.leading);
        return new Phrase(kind, end, either, meaning);
    }
}
