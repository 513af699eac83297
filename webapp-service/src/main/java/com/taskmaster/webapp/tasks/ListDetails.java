package com.taskmaster.webapp.tasks;

/**
 * What a list is to be like.
 *
 * @param color like {@code #1e88e5}; {@code null}: none
 */
public record ListDetails(String name, String color) {}
