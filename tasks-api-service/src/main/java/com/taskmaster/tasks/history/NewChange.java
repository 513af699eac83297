package com.taskmaster.tasks.history;

import java.util.List;
import java.util.UUID;

/** A change of a task that is yet to be written down. */
public record NewChange(UUID task, List<FieldChange> fields) {}
