package com.taskmaster.webapp.tasks;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What a list is to be like.
 *
 * @param color like {@code #1e88e5}; {@code null}: as it is, or none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ListDetails(String name, String color) {}
