package com.taskmaster.tasks.history;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A change of a task, as it was; the first one is its creation. */
@Entity
@Immutable
@Table(name = "task_change")
class Change {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private UUID taskId;
    private long accountId;
    private Instant changedAt;
    private String client;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<FieldChange> fields;

    protected Change() {}

    Change(long accountId, UUID taskId, String client, List<FieldChange> fields) {
        this.accountId = accountId;
        this.taskId = taskId;
        this.client = client;
        this.fields = fields;
        this.changedAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

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
