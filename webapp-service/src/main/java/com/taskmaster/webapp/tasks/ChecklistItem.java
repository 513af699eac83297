package com.taskmaster.webapp.tasks;

/** A step of a task. */
public record ChecklistItem(String text, boolean done) {}
