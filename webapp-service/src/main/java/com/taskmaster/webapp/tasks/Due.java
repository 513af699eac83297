package com.taskmaster.webapp.tasks;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When a task is due: a date, or a date and a time in a time zone.
 *
 * @param time {@code null}: at any time of the day
 * @param zone an IANA name; {@code null} if there is no time
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Due(LocalDate date, LocalTime time, String zone) {

    public static Due on(LocalDate date) {
        return new Due(date, null, null);
    }

    public static Due at(LocalDateTime then, ZoneId zone) {
        return new Due(then.toLocalDate(), then.toLocalTime(), zone.getId());
    }

    /** The same instant in another time zone; a date without a time stays the same. */
    public Due in(ZoneId other) {
        return time == null
                ? this
                : at(
                        ZonedDateTime.of(date, time, ZoneId.of(zone))
                                .withZoneSameInstant(other)
                                .toLocalDateTime(),
                        other);
    }
}
