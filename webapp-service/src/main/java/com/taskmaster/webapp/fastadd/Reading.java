package com.taskmaster.webapp.fastadd;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/** Reads a text once, and separates what it recognizes from the title. */
final class Reading {

    private static final String SEPARATORS = ",;:-–—";

    private final String text;
    private final Sentence sentence;
    private final Grammar grammar;
    private final Draft draft = new Draft();
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Word> title = new ArrayList<>();

    /** The end of the last unmarked phrase that was recognized but left in the title. */
    private int endOfLeft = -1;

    Reading(String text, Sentence sentence, Grammar grammar) {
        this.text = text;
        this.sentence = sentence;
        this.grammar = grammar;
    }

    FastAdd read(ZonedDateTime now) {
        var position = 0;
        while (position < sentence.size()) {
            var start = position;
            position = grammar.phraseAt(sentence, start)
                    .map(phrase -> understand(phrase, start))
                    .orElseGet(() -> leave(start, start + 1));
        }
        var left = title();
        return left.isEmpty()
                ? new Draft().entitled(text(sentence.words(0, sentence.size())), List.of(), now)
                : draft.entitled(left, pieces, now);
    }

    private int understand(Phrase phrase, int start) {
        var end = phrase.end();
        if (belongsToTitle(phrase, start) || !phrase.meaning().test(draft)) {
            endOfLeft = phrase.isMarked() ? endOfLeft : end;
            return leave(start, end);
        }
        var from = sentence.word(start).start();
        var to = sentence.word(end - 1).end();
        pieces.add(new Piece(phrase.kind(), text.substring(from, to), from, to));
        return end;
    }

    /**
     * Whether a leading word of the title precedes it ("the friday"), or a phrase that was left there ("the friday
     * 17:00").
     */
    private boolean belongsToTitle(Phrase phrase, int start) {
        if (phrase.isMarked() || start == 0) {
            return false;
        }
        var before = sentence.word(start - 1);
        return start == endOfLeft
                || !title.isEmpty()
                        && title.get(title.size() - 1) == before
                        && phrase.leading().contains(before.key());
    }

    private int leave(int start, int end) {
        title.addAll(sentence.words(start, end));
        return end;
    }

    /** Without the separators between the title and what was recognized. */
    private String title() {
        var left = text(title);
        if (pieces.isEmpty()) {
            return left;
        }
        var start = 0;
        var end = left.length();
        while (start < end && isSeparator(left.charAt(start))) {
            start++;
        }
        while (end > start && isSeparator(left.charAt(end - 1))) {
            end--;
        }
        return left.substring(start, end);
    }

    private static boolean isSeparator(char character) {
        return character == ' ' || SEPARATORS.indexOf(character) >= 0;
    }

    private static String text(List<Word> words) {
        return Words.tidy(String.join(" ", words.stream().map(Word::text).toList()));
    }
}
