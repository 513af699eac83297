package com.taskmaster.webapp.tasks;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;

/** A task to be made; what is {@code null} has its default. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NewTask(String title, UUID list, Due due, Priority priority, List<String> tags, Repeat repeat) {}
