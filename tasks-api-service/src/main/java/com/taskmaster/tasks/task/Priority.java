package com.taskmaster.tasks.task;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Priorities in ascending order; the database stores the ordinal. */
public enum Priority {
    @JsonProperty("none")
    NONE,
    @JsonProperty("low")
    LOW,
    @JsonProperty("medium")
    MEDIUM,
    @JsonProperty("high")
    HIGH
}
