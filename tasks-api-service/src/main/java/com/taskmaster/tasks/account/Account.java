package com.taskmaster.tasks.account;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/**
 * A user's account.
 *
 * @param id internal to this database; never shown to callers
 * @param inbox the list that holds tasks with no other list
 */
@RegisterForReflection // Hibernate instantiates it from a row
public record Account(long id, UUID inbox) {}
