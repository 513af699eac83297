package com.taskmaster.tasks.history;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** An immutable entry of a task's history; the first one is its creation. */
@Entity
@Immutable
@Table(name = "task_change")
class Change {

    @Id
    private Long id;

    private UUID taskId;
    private Instant changedAt;
    private String client;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<FieldChange> fields;

    protected Change() {}

    long id() {
        return id;
    }

    UUID taskId() {
        return taskId;
    }

    Instant changedAt() {
        return changedAt;
    }

    String client() {
        return client;
    }

    List<FieldChange> fields() {
        return fields;
    }
}
