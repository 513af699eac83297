package com.taskmaster.webapp.fastadd;

import com.taskmaster.webapp.fastadd.Vocabulary.Term;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Days with a part of the day: "tomorrow evening", "Freitag früh", "Freitagabend", "tonight", "every morning". */
final class PartsOfDay {

    private final Vocabulary language;
    private final Map<PartOfDay, Map<String, DayOfWeek>> weekdays;
    private final LocalDate today;

    PartsOfDay(Vocabulary language, LocalDate today) {
        this.language = language;
        this.weekdays = language.weekdaysInPart();
        this.today = today;
    }

    /** Accepts the days only if a part of the day follows. */
    <T> Function<Reader, Optional<InPart<T>>> of(Function<Reader, Optional<T>> days) {
        return reader -> days.apply(reader).flatMap(said -> part(reader).map(part -> new InPart<>(said, part)));
    }

    /** Weekdays that form one word with their part of the day. */
    <T> Function<Reader, Optional<InPart<T>>> ofWeekdays(BiFunction<Reader, Map<String, DayOfWeek>, Optional<T>> days) {
        return reader -> weekdays.entrySet().stream()
                .flatMap(names -> reader
                        .firstOf(rest -> days.apply(rest, names.getValue()))
                        .map(said -> new InPart<>(said, names.getKey()))
                        .stream())
                .findFirst();
    }

    Optional<InPart<LocalDate>> ofToday(Reader reader) {
        reader.skip(language.of(Term.BY));
        if (reader.skip(language.of(Term.TONIGHT))) {
            return Optional.of(new InPart<>(today, PartOfDay.EVENING));
        }
        return reader.skip(language.of(Term.THIS))
                ? reader.take(language.partsOfDay()).map(part -> new InPart<>(today, part))
                : Optional.empty();
    }

    Optional<InPart<Rhythm>> ofEveryDay(Reader reader) {
        return reader.skip(language.of(Term.EVERY))
                ? reader.take(language.partsOfDay()).map(part -> new InPart<>(Rhythm.every(1, ChronoUnit.DAYS), part))
                : Optional.empty();
    }

    private Optional<PartOfDay> part(Reader reader) {
        return reader.take(language.partsOfDay()).or(() -> reader.take(language.partsOfAnyDay()));
    }
}
