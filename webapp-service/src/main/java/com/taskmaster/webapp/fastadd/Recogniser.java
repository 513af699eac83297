package com.taskmaster.webapp.fastadd;

import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * Finds phrases of one kind, and knows what a draft makes of them.
 *
 * @param leading see {@link Phrase#leading()}
 */
record Recogniser<T>(
        Piece.Kind kind, Set<String> leading, Function<Reader, Optional<T>> reading, BiPredicate<Draft, T> slot) {

    /** The phrase that begins with this word. */
    Optional<Phrase> recognise(Sentence sentence, int start) {
        var reader = new Reader(sentence, start);
        return reading.apply(reader)
                .map(meaning -> new Phrase(kind, reader.position(), leading, draft -> slot.test(draft, meaning)));
    }
}
