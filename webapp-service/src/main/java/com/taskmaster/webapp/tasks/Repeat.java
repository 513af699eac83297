package com.taskmaster.webapp.tasks;

/**
 * How a task comes back once it is completed.
 *
 * @param rule a recurrence rule (RFC 5545 §3.3.10)
 * @param from {@code due} or {@code completion}: what the next date is counted from
 */
public record Repeat(String rule, String from) {}
