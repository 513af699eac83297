package com.taskmaster.webapp.preferences;

import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Formats times, dates and numbers in templates for the user's locale: {@code {session.startedAt.shown}}. */
@TemplateExtension
public final class Formats {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT);

    private Formats() {}

    /** In the user's time zone. */
    public static String shown(Instant time, @TemplateAttribute Object locale, @TemplateAttribute Object zone) {
        return TIME.withLocale((Locale) locale).withZone((ZoneId) zone).format(time);
    }

    /** For {@code datetime} attributes. To the second; HTML allows at most milliseconds (HTML §2.3.5.9). */
    public static Instant iso(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }

    public static String shown(LocalDate date, @TemplateAttribute Object locale) {
        return DATE.withLocale((Locale) locale).format(date);
    }

    public static String shown(LocalTime time, @TemplateAttribute Object locale) {
        return CLOCK.withLocale((Locale) locale).format(time);
    }

    /** As {@code 4:05} or {@code 1:02:03}. */
    public static String shown(Duration duration) {
        return duration.toHours() == 0
                ? "%d:%02d".formatted(duration.toMinutes(), duration.toSecondsPart())
                : "%d:%02d:%02d".formatted(duration.toHours(), duration.toMinutesPart(), duration.toSecondsPart());
    }

    public static String shown(int number, @TemplateAttribute Object locale) {
        return shown((long) number, locale);
    }

    public static String shown(long number, @TemplateAttribute Object locale) {
        return NumberFormat.getIntegerInstance((Locale) locale).format(number);
    }
}
