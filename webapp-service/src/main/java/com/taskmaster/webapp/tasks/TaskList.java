package com.taskmaster.webapp.tasks;

import java.util.UUID;

/** A list of tasks as the Tasks API tells it. */
public record TaskList(UUID id, String name, boolean inbox, int version) {}
