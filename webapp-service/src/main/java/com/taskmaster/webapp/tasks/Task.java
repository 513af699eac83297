package com.taskmaster.webapp.tasks;

import java.util.UUID;

/** A task as the Tasks API tells it. */
record Task(UUID id, String title, boolean completed) {}
