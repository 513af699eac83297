package com.taskmaster.tasks.schedule;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a task repeats once it is completed.
 *
 * @param rule a recurrence rule (RFC 5545 §3.3.10), daily or less often, with an INTERVAL of at most {@value
 *     Recurrence#LONGEST_INTERVAL} and without times of day
 * @param from what the next date is counted from
 */
@Embeddable
public record Repeat(
        @Column(name = "repeat_rule")
        @NotNull @Size(max = 500) @RepeatRule
        @Schema(
                required = true,
                maxLength = 500,
                description =
                        "A recurrence rule (RFC 5545 §3.3.10) that repeats daily, weekly, monthly or yearly, with an "
                                + "INTERVAL of at most " + Recurrence.LONGEST_INTERVAL
                                + ", no value twice, and neither "
                                + "BYHOUR, BYMINUTE, BYSECOND, RSCALE nor SKIP; it ends with the year " + Due.LAST_YEAR,
                examples = "FREQ=MONTHLY;BYMONTHDAY=1")
        String rule,

        @Column(name = "repeat_from") @Enumerated(EnumType.STRING)
        From from) {

    private static final Pattern UNTIL = Pattern.compile("(?i)(?<=^|;)UNTIL=[^;]*");

    /** What the next date is counted from. */
    public enum From {
        @JsonProperty("due")
        DUE,
        @JsonProperty("completion")
        COMPLETION
    }

    /** The due date of the next occurrence, and its rule, with COUNT reduced. */
    public record Next(Due due, Repeat repeat) {}

    public Repeat {
        from = from == null ? From.DUE : from;
    }

    /**
     * The first date of the rule after the start and not before the day of completion. For a rule with COUNT the
     * completed task counts as one occurrence, whatever its date.
     *
     * @param due when the completed task was due; if {@code null}, the rule counts from completion
     * @param zone for the day of completion if the due date has no zone
     * @return empty if the rule has ended or never matches
     */
    public Optional<Next> next(Due due, Instant completed, ZoneId zone) {
        var place = due == null || due.zone() == null ? zone : ZoneId.of(due.zone());
        return Recurrence.stored(rule).flatMap(recurrence -> next(recurrence, due, completed, place));
    }

    /**
     * The rule with its UNTIL in the value type of the start (RFC 5545 §3.3.10): a date for a date, otherwise an
     * instant in UTC. It ends on the same occurrence, except that an instant beside a date ends with its day in UTC.
     *
     * @param zone the zone of the start's time; {@code null} if the start is a date
     */
    public String ruleBesideStart(ZoneId zone) {
        return Recurrence.stored(rule)
                .flatMap(recurrence -> recurrence.untilOfTypeOf(zone))
                .map(until -> UNTIL.matcher(rule).replaceFirst("UNTIL=" + until))
                .orElse(rule);
    }

    private Optional<Next> next(Recurrence recurrence, Due due, Instant completed, ZoneId zone) {
        var today = LocalDate.ofInstant(completed, zone);
        var start = from == From.COMPLETION || due == null ? today : due.date();
        var earliest = start.isBefore(today) ? today : start.plusDays(1);
        return recurrence.first(start, earliest).flatMap(occurrence -> {
            var next = due == null ? new Due(occurrence.date(), null, null) : due.on(occurrence.date());
            return Optional.of(next)
                    .filter(candidate -> recurrence.lasts(candidate, zone))
                    .flatMap(candidate -> recurrence.without(Math.max(occurrence.passed(), 1)))
                    .map(rest -> new Next(next, new Repeat(rest, from)));
        });
    }
}
