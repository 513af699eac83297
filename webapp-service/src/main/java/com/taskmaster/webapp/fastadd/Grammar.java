package com.taskmaster.webapp.fastadd;

import com.taskmaster.webapp.fastadd.Piece.Kind;
import com.taskmaster.webapp.fastadd.Vocabulary.Term;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** All recognizers, for both languages; those of the locale's language come first. */
final class Grammar {

    private final List<Recognizer<?>> recognizers = new ArrayList<>();

    /** Recognizers whose phrases must not be followed by more of the title: "on the 3rd", not "on the 3rd floor". */
    private final List<Recognizer<?>> closing = new ArrayList<>();

    private final Set<String> places = new HashSet<>();

    Grammar(Locale locale, ZonedDateTime now) {
        var today = now.toLocalDate();
        var isGerman = locale.getLanguage().equals("de");
        var languages = isGerman ? List.of(German.WORDS, English.WORDS) : List.of(English.WORDS, German.WORDS);
        recognizers.add(new Recognizer<>(Kind.TAG, Set.of(), Marks::tag, Draft::tag));
        recognizers.add(new Recognizer<>(Kind.LIST, Set.of(), Marks::list, Draft::list));
        recognizers.add(new Recognizer<>(Kind.PRIORITY, Set.of(), Marks::priority, Draft::priority));
        for (var language : languages) {
            var leading = language.of(Term.LEADING);
            var repeats = new Repeats(language);
            var dates = new CalendarDates(language, today, isMonthFirst(locale));
            var days = new Days(language, today);
            var parts = new PartsOfDay(language, today);
            var moments = new Moments(language, now);
            recognizers.add(new Recognizer<>(Kind.REPEAT, leading, repeats::read, Draft::rhythm));
            recognizers.add(new Recognizer<>(Kind.REPEAT, leading, parts.of(repeats::readDays), Draft::rhythmInPart));
            recognizers.add(new Recognizer<>(
                    Kind.REPEAT, leading, parts.ofWeekdays(repeats::readWeekdays), Draft::rhythmInPart));
            recognizers.add(new Recognizer<>(Kind.REPEAT, leading, parts::ofEveryDay, Draft::rhythmInPart));
            recognizers.add(new Recognizer<>(Kind.DATE, leading, dates::read, Draft::date));
            recognizers.add(new Recognizer<>(Kind.DATE, leading, parts.of(dates::read), Draft::dateInPart));
            recognizers.add(new Recognizer<>(Kind.DATE, leading, parts.of(dates::readDay), Draft::dateInPart));
            recognizers.add(new Recognizer<>(Kind.DATE, leading, days::read, Draft::date));
            recognizers.add(new Recognizer<>(Kind.DATE, leading, parts.of(days::readSingle), Draft::dateInPart));
            recognizers.add(
                    new Recognizer<>(Kind.DATE, leading, parts.ofWeekdays(days::readWeekday), Draft::dateInPart));
            recognizers.add(new Recognizer<>(Kind.DATE, leading, parts::ofToday, Draft::dateInPart));
            recognizers.add(new Recognizer<>(Kind.DATE, leading, moments::read, Draft::moment));
            recognizers.add(new Recognizer<>(Kind.TIME, leading, new Times(language)::read, Draft::time));
            closing.add(new Recognizer<>(Kind.DATE, leading, dates::readDay, Draft::date));
            places.addAll(language.of(Term.AT));
        }
    }

    /** The longest phrase that starts at this word. */
    Optional<Phrase> phraseAt(Sentence sentence, int start) {
        return Stream.concat(
                        recognize(recognizers, sentence, start),
                        recognize(closing, sentence, start).filter(phrase -> isClosed(sentence, phrase.end())))
                .reduce(Phrase::orLonger);
    }

    /** Whether a phrase can end before this word, which then does not continue it. */
    private boolean isClosed(Sentence sentence, int end) {
        return sentence.isBreak(end)
                || places.contains(sentence.word(end).key())
                || recognize(recognizers, sentence, end).findAny().isPresent();
    }

    private static Stream<Phrase> recognize(List<Recognizer<?>> recognizers, Sentence sentence, int start) {
        return recognizers.stream().flatMap(recognizer -> recognizer.recognize(sentence, start).stream());
    }

    /** Americans write 12/24 for Christmas Eve. */
    private static boolean isMonthFirst(Locale locale) {
        return locale.getCountry().equals(Locale.US.getCountry());
    }
}
