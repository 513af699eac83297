package com.taskmaster.tasks.account;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/**
 * What one user owns.
 *
 * @param id short, and for this database only; no caller ever sees it
 * @param inbox the list that tasks are in which nobody put elsewhere
 */
@RegisterForReflection // Hibernate makes it of a row
public record Account(long id, UUID inbox) {}
