package com.taskmaster.tasks.schedule;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneRulesProvider;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.DependentRequired;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * When a task is due: on a date, or at a time in a time zone.
 *
 * @param time to the second; absent if any time of the day will do
 * @param zone the IANA name of the time's zone; present exactly if there is a time
 */
@Embeddable
@TimeInZone
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description = "A date from " + Due.FIRST_YEAR + " to " + Due.LAST_YEAR
                + ", for the whole day or with a time in a zone",
        dependentRequired = {
            @DependentRequired(name = "time", requires = "zone"),
            @DependentRequired(name = "zone", requires = "time")
        })
public record Due(
        @Column(name = "due_date") @NotNull @DateInReach @Schema(required = true, examples = "2026-12-24")
        LocalDate date,

        @Column(name = "due_time")
        @Schema(implementation = String.class, pattern = "^([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?$", examples = "17:00")
        LocalTime time,

        @Column(name = "due_zone") @TimeZone @Schema(examples = "Europe/Berlin")
        String zone) {

    static final int FIRST_YEAR = 1900;
    static final int LAST_YEAR = 2999;

    public Due {
        time = time == null ? null : time.truncatedTo(ChronoUnit.SECONDS);
    }

    /** Whether a task may be due on this date: from 1900 to 2999. */
    public static boolean isInReach(LocalDate date) {
        return date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR;
    }

    /**
     * A time zone by its IANA name; offsets are refused because they know no daylight saving time.
     *
     * @throws IllegalArgumentException if this runtime does not know the zone
     */
    public static ZoneId zone(String name) {
        if (!isZone(name)) {
            throw new IllegalArgumentException(name);
        }
        return ZoneId.of(name);
    }

    static boolean isZone(String name) {
        return ZoneRulesProvider.getAvailableZoneIds().contains(name); // ZoneId.getAvailableZoneIds() copies the set
    }

    /** Whether this runtime knows the zone: the one that stored it may have newer time zone data. */
    public boolean hasKnownZone() {
        return zone == null || isZone(zone);
    }

    /**
     * The instant of date and time; empty without a time. A time skipped by daylight saving moves forward by the gap.
     */
    public Optional<Instant> at() {
        return time == null
                ? Optional.empty()
                : Optional.of(date.atTime(time).atZone(ZoneId.of(zone)).toInstant());
    }

    /** The same time on another date. */
    public Due on(LocalDate other) {
        return new Due(other, time, zone);
    }
}
