package com.taskmaster.tasks.task;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How much a task matters, the least first: the database keeps the place in this order. */
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
