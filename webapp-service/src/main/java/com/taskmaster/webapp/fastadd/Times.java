package com.taskmaster.webapp.fastadd;

import com.taskmaster.webapp.fastadd.Vocabulary.Term;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times of day: "17:00", "5:30 pm", "um 9 Uhr", "half past 8", "abends um 8", "noon". A bare number counts only after
 * "at" or "um".
 */
final class Times {

    private static final int NOON = 12;
    private static final int HOURS = 24;
    private static final int MINUTES = 60;

    private static final Pattern TIME = Pattern.compile("(\\d{1,2})(?:([:.])(\\d{2}))?(?:(am|a\\.m)|(pm|p\\.m))?\\.?");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,2}");

    private final Vocabulary language;

    Times(Vocabulary language) {
        this.language = language;
    }

    Optional<InPart<LocalTime>> read(Reader reader) {
        return reader.firstOf(this::ofClock, this::named);
    }

    private Optional<InPart<LocalTime>> named(Reader reader) {
        if (!reader.skip(language.of(Term.AT))) {
            reader.skip(language.of(Term.BY));
        }
        return reader.take(language.clockTimes())
                .map(time -> new InPart<>(time, time.equals(LocalTime.MIDNIGHT) ? PartOfDay.NIGHT : null));
    }

    private Optional<InPart<LocalTime>> ofClock(Reader reader) {
        reader.skip(language.of(Term.BY));
        var part = reader.take(language.partsOfAnyDay()).orElse(null);
        var at = reader.skip(language.of(Term.AT));
        return reader.firstOf(
                rest -> minutesFromHour(rest, at).flatMap(minutes -> clock(rest, part, true)
                        .filter(hour -> hour.said().getMinute() == 0)
                        .map(hour -> new InPart<>(hour.said().plusMinutes(minutes), hour.part()))),
                rest -> clock(rest, part, at));
    }

    /** "half past", "viertel vor"; after "at" or "um" also "10 past" and "5 vor halb". */
    private Optional<Integer> minutesFromHour(Reader reader, boolean at) {
        var counted = at ? reader.firstOf(this::countedMinutes) : Optional.<Integer>empty();
        var fraction = reader.take(language.fractions());
        return counted.or(() -> fraction).map(minutes -> counted.orElse(0) + fraction.orElse(0));
    }

    private Optional<Integer> countedMinutes(Reader reader) {
        return reader.take(NUMBER)
                .map(number -> Integer.valueOf(number.group()))
                .flatMap(number -> reader.take(language.directions()).map(direction -> direction * number));
    }

    /** @param before the part of the day given before the time; {@code null}: none */
    private Optional<InPart<LocalTime>> clock(Reader reader, PartOfDay before, boolean announced) {
        return reader.take(TIME).flatMap(time -> {
            var clock = reader.skip(language.of(Term.CLOCK));
            var after = partAfter(time, reader);
            var isTime = announced || clock || after.isPresent() || ":".equals(time.group(2));
            return isTime ? told(time, after.orElse(before)) : Optional.empty();
        });
    }

    private Optional<PartOfDay> partAfter(Matcher time, Reader reader) {
        if (time.group(4) != null || reader.skip(language.of(Term.BEFORE_NOON))) {
            return Optional.of(PartOfDay.MORNING);
        }
        return time.group(5) != null || reader.skip(language.of(Term.AFTER_NOON))
                ? Optional.of(PartOfDay.AFTERNOON)
                : reader.take(language.partsOfAnyDay());
    }

    private static Optional<InPart<LocalTime>> told(Matcher time, PartOfDay part) {
        var hour = Integer.parseInt(time.group(1));
        var minute = time.group(3) == null ? 0 : Integer.parseInt(time.group(3));
        if (hour >= HOURS || minute >= MINUTES || part == PartOfDay.MORNING && hour > NOON) {
            return Optional.empty();
        }
        var told = LocalTime.of(hour, minute);
        return Optional.of(new InPart<>(part == null ? told : part.of(told), part));
    }
}
