package com.taskmaster.webapp.tasks;

import io.quarkus.qute.TemplateData;

/** A step of a task. */
@TemplateData
public record ChecklistItem(String text, boolean done) {}
