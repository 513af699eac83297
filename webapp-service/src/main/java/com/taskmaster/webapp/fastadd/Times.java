package com.taskmaster.webapp.fastadd;

import com.taskmaster.webapp.fastadd.Vocabulary.Term;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times of the day: "17:00", "5:30 pm", "um 9 Uhr", "noon". A bare number is one after "at" or "um" only. */
final class Times {

    private static final int NOON = 12;
    private static final int HOURS = 24;
    private static final int MINUTES = 60;

    private static final Pattern TIME = Pattern.compile("(\\d{1,2})(?:([:.])(\\d{2}))?(?:(am|a\\.m)|(pm|p\\.m))?\\.?");

    private final Vocabulary language;

    Times(Vocabulary language) {
        this.language = language;
    }

    Optional<LocalTime> read(Reader reader) {
        var at = reader.skip(language.of(Term.AT));
        if (!at) {
            reader.skip(language.of(Term.BY));
        }
        return reader.firstOf(rest -> rest.take(language.clockTimes()), rest -> rest.take(TIME)
                .flatMap(time -> told(time, rest, at)));
    }

    private Optional<LocalTime> told(Matcher time, Reader reader, boolean at) {
        var clock = reader.skip(language.of(Term.CLOCK));
        var morning = time.group(4) != null || reader.skip(language.of(Term.BEFORE_NOON));
        var evening = !morning && (time.group(5) != null || reader.skip(language.of(Term.AFTER_NOON)));
        var isTime = at || clock || morning || evening || ":".equals(time.group(2));
        var hour = hour(Integer.parseInt(time.group(1)), morning, evening);
        var minute = time.group(3) == null ? 0 : Integer.parseInt(time.group(3));
        return isTime && hour < HOURS && minute < MINUTES ? Optional.of(LocalTime.of(hour, minute)) : Optional.empty();
    }

    /** @return out of the day where there is no such hour */
    private static int hour(int told, boolean morning, boolean evening) {
        if (morning && told >= NOON) {
            return told == NOON ? 0 : HOURS;
        }
        return evening && told < NOON ? told + NOON : told;
    }
}
