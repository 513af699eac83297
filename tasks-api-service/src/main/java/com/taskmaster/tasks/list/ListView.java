package com.taskmaster.tasks.list;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.taskmaster.tasks.account.Account;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A list as its owner sees it.
 *
 * @param inbox whether it is the default list, which cannot be deleted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection // operations with an Idempotency-Key return Object
record ListView(
        @Schema(required = true, examples = "0192f1b2-7c5e-7a10-8f3b-2f6f0c9d1e55")
        UUID id,

        @Schema(required = true, examples = "Garden") String name,
        @Schema(examples = "#1e88e5") String color,
        @Schema(required = true, examples = "65536") double position,
        @Schema(required = true, examples = "false") boolean inbox,

        @Schema(required = true, examples = "2026-11-20T08:00:00.000001Z")
        Instant createdAt,

        @Schema(required = true, examples = "2026-11-21T17:04:05.123456Z")
        Instant changedAt,

        @Schema(required = true, examples = "3") int version) {

    static ListView of(TaskList list, Account account) {
        return new ListView(
                list.id(),
                list.name(),
                list.color(),
                list.position(),
                list.id().equals(account.inbox()),
                list.createdAt(),
                list.changedAt(),
                list.version());
    }
}
