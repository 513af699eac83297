package com.taskmaster.webapp.fastadd;

import com.taskmaster.webapp.fastadd.Vocabulary.Term;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/** Times relative to now: "in 2 hours", "in 30 Minuten". */
final class Moments {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");

    private final Vocabulary language;
    private final ZonedDateTime now;

    Moments(Vocabulary language, ZonedDateTime now) {
        this.language = language;
        this.now = now;
    }

    /** To the minute. The time is computed on the time line, so a DST change in between is taken into account. */
    Optional<ZonedDateTime> read(Reader reader) {
        if (!reader.skip(language.of(Term.IN))) {
            return Optional.empty();
        }
        return reader.take(NUMBER)
                .map(number -> Integer.valueOf(number.group()))
                .or(() -> reader.take(language.numbers()))
                .flatMap(number -> reader.take(language.clockUnits())
                        .map(unit -> now.plus(number, unit).truncatedTo(ChronoUnit.MINUTES)))
                .filter(moment -> CalendarDates.isInReach(moment.toLocalDate()));
    }
}
