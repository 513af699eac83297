package com.taskmaster.tasks.task;

import com.taskmaster.tasks.security.Owner;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

@Entity
class Task {

    @Id
    private UUID id;

    @Embedded
    private Owner owner;

    private String title;
    private Instant completedAt;
    private Instant createdAt;
    private Instant changedAt;

    @Version
    private int version;

    protected Task() {}

    Task(Owner owner, String title) {
        this.id = UUID.randomUUID();
        this.owner = owner;
        this.title = title;
        this.createdAt = now();
        this.changedAt = createdAt;
    }

    void rename(String newTitle) {
        if (!newTitle.equals(title)) {
            title = newTitle;
            changedAt = now();
        }
    }

    void complete() {
        if (!isCompleted()) {
            changedAt = now();
            completedAt = changedAt;
        }
    }

    void reopen() {
        if (isCompleted()) {
            changedAt = now();
            completedAt = null;
        }
    }

    UUID id() {
        return id;
    }

    String title() {
        return title;
    }

    boolean isCompleted() {
        return completedAt != null;
    }

    Instant completedAt() {
        return completedAt;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant changedAt() {
        return changedAt;
    }

    int version() {
        return version;
    }

    /** The present, as exactly as PostgreSQL keeps it. */
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
