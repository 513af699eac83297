package com.taskmaster.webapp.tasks;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;

/** A task to create; fields that are {@code null} get their defaults. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NewTask(String title, UUID list, Due due, Priority priority, List<String> tags, Repeat repeat) {}
