package com.taskmaster.webapp.fastadd;

import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * Recognizes phrases of one kind, and applies them to a draft.
 *
 * @param leading see {@link Phrase#leading()}
 */
record Recognizer<T>(
        Piece.Kind kind, Set<String> leading, Function<Reader, Optional<T>> reading, BiPredicate<Draft, T> slot) {

    /** The phrase that starts at this word. */
    Optional<Phrase> recognize(Sentence sentence, int start) {
        var reader = new Reader(sentence, start);
        return reading.apply(reader)
                .map(meaning -> new Phrase(kind, reader.position(), leading, draft -> slot.test(draft, meaning)));
    }
}
