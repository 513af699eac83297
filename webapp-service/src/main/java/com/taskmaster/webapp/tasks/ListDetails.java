package com.taskmaster.webapp.tasks;

/**
 * The fields of a list that users can set.
 *
 * @param color like {@code #1e88e5}; {@code null}: none
 */
public record ListDetails(String name, String color) {}
