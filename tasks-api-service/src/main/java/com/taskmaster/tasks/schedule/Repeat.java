package com.taskmaster.tasks.schedule;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a task comes back once it is completed.
 *
 * @param rule a recurrence rule (RFC 5545 §3.3.10) that repeats daily or less often
 * @param from what the next date is counted from
 */
@Embeddable
public record Repeat(
        @Column(name = "repeat_rule")
        @NotNull @Size(max = 500) @RepeatRule
        @Schema(required = true, maxLength = 500, examples = "FREQ=MONTHLY;BYMONTHDAY=1")
        String rule,

        @Column(name = "repeat_from") @Enumerated(EnumType.STRING)
        From from) {

    private static final Set<Freq> SELDOM_ENOUGH = EnumSet.of(Freq.DAILY, Freq.WEEKLY, Freq.MONTHLY, Freq.YEARLY);

    /** Missed dates are skipped, but not for longer than this: an end to what a rule may cost. */
    private static final int MOST_OCCURRENCES_SKIPPED = 10_000;

    /** What the next date is counted from. */
    public enum From {
        @JsonProperty("due")
        DUE,
        @JsonProperty("completion")
        COMPLETION
    }

    /** A next date, and the rule as it goes on from there: one occurrence shorter where the rule counts. */
    public record Next(LocalDate date, Repeat repeat) {}

    public Repeat {
        from = from == null ? From.DUE : from;
    }

    /**
     * The first date of the rule after the start that is not before today.
     *
     * @param due the date that was due; without one the rule is counted from today
     * @return empty where the rule has come to its end, or never comes true
     */
    public Optional<Next> next(LocalDate due, LocalDate today) {
        try {
            return search(due, today);
        } catch (IllegalArgumentException e) { // the library has given up on a rule like "30 February"
            return Optional.empty();
        }
    }

    private Optional<Next> search(LocalDate due, LocalDate today) {
        var start = from == From.COMPLETION || due == null ? today : due;
        var parsed = parse(rule);
        var dates = parsed.iterator(new DateTime(start.getYear(), start.getMonthValue() - 1, start.getDayOfMonth()));
        var earliest = start.isBefore(today) ? today : start.plusDays(1);
        var passed = 0;
        while (dates.hasNext() && passed < MOST_OCCURRENCES_SKIPPED) {
            var date = dates.nextDateTime();
            var local = LocalDate.of(date.getYear(), date.getMonth() + 1, date.getDayOfMonth());
            if (!local.isBefore(earliest)) {
                return Optional.of(new Next(local, shorterBy(passed)));
            }
            passed++;
        }
        return Optional.empty();
    }

    static boolean isUnderstood(String rule) {
        try {
            return SELDOM_ENOUGH.contains(parse(rule).getFreq());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private Repeat shorterBy(int occurrences) {
        var parsed = parse(rule);
        if (parsed.getCount() == null) {
            return this;
        }
        parsed.setCount(parsed.getCount() - occurrences);
        return new Repeat(parsed.toString(), from);
    }

    private static RecurrenceRule parse(String rule) {
        try {
            var parsed = new RecurrenceRule(rule, RecurrenceRule.RfcMode.RFC5545_STRICT);
            if (parsed.getUntil() != null) {
                parsed.setUntil(parsed.getUntil().toAllDay());
            }
            return parsed;
        } catch (InvalidRecurrenceRuleException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
