package com.taskmaster.webapp.tasks;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/**
 * One operation of a bulk request, all or none of which are carried out.
 *
 * @param op {@code change} or {@code delete}
 * @param version the operation is rejected if the task has another version
 * @param changes {@code null} for {@code delete}
 */
@RegisterForReflection // stored as JSON, so that a change can be undone
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Operation(String op, UUID id, int version, TaskChanges changes) {

    public static Operation change(UUID id, int version, TaskChanges changes) {
        return new Operation("change", id, version, changes);
    }

    /** Deletes a task for good, which must already be in the trash. */
    public static Operation delete(UUID id, int version) {
        return new Operation("delete", id, version, null);
    }
}
