package com.taskmaster.webapp.tasks;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/**
 * What is done to a task among others, all of which happen or none.
 *
 * @param op {@code change} or {@code delete}
 * @param version another version of the task refuses it
 * @param changes {@code null} where it is deleted
 */
@RegisterForReflection // kept as JSON, so that a change can be undone
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Operation(String op, UUID id, int version, TaskChanges changes) {

    public static Operation change(UUID id, int version, TaskChanges changes) {
        return new Operation("change", id, version, changes);
    }

    /** For good: what is deleted is in the trash already. */
    public static Operation delete(UUID id, int version) {
        return new Operation("delete", id, version, null);
    }
}
