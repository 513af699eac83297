package com.taskmaster.webapp.fastadd;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The words of the input, and the phrases they can form. */
final class Sentence {

    private static final int LONGEST_PHRASE = 5;

    private final List<Word> words;

    /** For each word, the keys of the phrases that start with it, shortest first. */
    private final List<List<String>> phrases;

    Sentence(List<Word> words) {
        this.words = words;
        this.phrases =
                IntStream.range(0, words.size()).mapToObj(this::phrasesFrom).toList();
    }

    int size() {
        return words.size();
    }

    Word word(int position) {
        return words.get(position);
    }

    List<Word> words(int start, int end) {
        return words.subList(start, end);
    }

    /** Whether the text ends before this word, or there is punctuation. */
    boolean isBreak(int position) {
        return position == words.size()
                || words.get(position).isDash()
                || words.get(position - 1).isBeforePunctuation();
    }

    List<String> phrasesAt(int position) {
        return position < phrases.size() ? phrases.get(position) : List.of();
    }

    private List<String> phrasesFrom(int start) {
        var longer = new ArrayList<String>(LONGEST_PHRASE);
        longer.add(words.get(start).key());
        for (var next = start + 1; next < Math.min(start + LONGEST_PHRASE, words.size()); next++) {
            longer.add(longer.get(longer.size() - 1) + " " + words.get(next).key());
        }
        return longer;
    }
}
