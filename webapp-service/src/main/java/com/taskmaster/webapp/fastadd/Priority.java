package com.taskmaster.webapp.fastadd;

/** How much a task matters, where somebody says so. */
public enum Priority {
    LOW,
    MEDIUM,
    HIGH
}
