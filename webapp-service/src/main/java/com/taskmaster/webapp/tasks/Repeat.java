package com.taskmaster.webapp.tasks;

import java.time.LocalDate;

/**
 * How a task comes back once it is completed.
 *
 * @param rule a recurrence rule (RFC 5545 §3.3.10)
 * @param from {@link #FROM_DUE} or {@code completion}: what the next date is counted from
 */
public record Repeat(String rule, String from) {

    public static final String FROM_DUE = "due";

    /**
     * By what people call the rule. Counted from the due date, "every month" means short ones, too.
     *
     * @param start the day that it begins with; {@code null} where nothing is due
     */
    public static Repeat beginning(LocalDate start, String rule, String from) {
        return new Repeat(start != null && FROM_DUE.equals(from) ? ShortMonths.included(rule, start) : rule, from);
    }

    /** The same as people call it: without what the day that it began with adds to the rule. */
    public Repeat named() {
        return FROM_DUE.equals(from) ? new Repeat(ShortMonths.without(rule), from) : this;
    }
}
