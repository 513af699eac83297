package com.taskmaster.webapp.tasks;

import java.util.UUID;

/** A list of tasks that has just been created. */
public record TaskList(UUID id, int version) {}
