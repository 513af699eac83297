package com.taskmaster.webapp.board;

import com.taskmaster.webapp.preferences.Formats;
import com.taskmaster.webapp.tasks.Due;
import io.quarkus.qute.TemplateData;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * When a task is due, as shown to the user.
 *
 * @param date in the user's time zone
 * @param text the date in the user's language
 * @param time {@code null} for the whole day
 */
@TemplateData
public record ShownDue(Day day, LocalDate date, String text, String time, boolean overdue) {

    /** Days that are shown by name. */
    public enum Day {
        YESTERDAY,
        TODAY,
        TOMORROW,
        OTHER;

        public boolean isNamed() {
            return this != OTHER;
        }

        static Day of(LocalDate date, LocalDate today) {
            return switch ((int) Math.max(-2, Math.min(2, today.until(date, ChronoUnit.DAYS)))) {
                case -1 -> YESTERDAY;
                case 0 -> TODAY;
                case 1 -> TOMORROW;
                default -> OTHER;
            };
        }
    }

    /** @return {@code null} if the task has no due date */
    public static ShownDue of(Due due, Locale locale, ZonedDateTime now) {
        if (due == null) {
            return null;
        }
        var local = due.in(now.getZone());
        var today = now.toLocalDate();
        var overdue = local.time() == null
                ? local.date().isBefore(today)
                : local.date().atTime(local.time()).isBefore(now.toLocalDateTime());
        return new ShownDue(
                Day.of(local.date(), today),
                local.date(),
                Formats.shown(local.date(), locale),
                local.time() == null ? null : Formats.shown(local.time(), locale),
                overdue);
    }
}
