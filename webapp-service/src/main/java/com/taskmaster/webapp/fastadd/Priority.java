package com.taskmaster.webapp.fastadd;

/** A priority given in the text. */
public enum Priority {
    LOW,
    MEDIUM,
    HIGH
}
