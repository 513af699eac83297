package com.taskmaster.webapp.tasks;

import java.util.UUID;

/** A list of tasks that was just made. */
public record TaskList(UUID id, int version) {}
