package com.taskmaster.tasks.order;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/** An entry beside another one in the user-defined order. */
@RegisterForReflection // Hibernate instantiates it from a row
record Neighbor(UUID id, double position) {}
