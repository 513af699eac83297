package com.taskmaster.tasks.history;

import java.util.List;
import java.util.UUID;

/** A change that has not been recorded yet. */
public record NewChange(UUID task, List<FieldChange> fields) {}
