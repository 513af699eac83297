package com.taskmaster.webapp.tasks;

import java.time.LocalDate;

/**
 * How a task repeats once it is completed.
 *
 * @param rule a recurrence rule (RFC 5545 §3.3.10)
 * @param from what the next date is counted from: {@link #FROM_DUE} or {@code completion}
 */
public record Repeat(String rule, String from) {

    public static final String FROM_DUE = "due";

    /**
     * A repeat by a rule as users choose it. Counted from the due date, "every month" includes short months.
     *
     * @param start the first due date; {@code null} if the task has none
     */
    public static Repeat beginning(LocalDate start, String rule, String from) {
        return new Repeat(start != null && FROM_DUE.equals(from) ? ShortMonths.included(rule, start) : rule, from);
    }

    /** With the rule as users chose it: without what {@link #beginning} added for the first due date. */
    public Repeat named() {
        return FROM_DUE.equals(from) ? new Repeat(ShortMonths.without(rule), from) : this;
    }
}
