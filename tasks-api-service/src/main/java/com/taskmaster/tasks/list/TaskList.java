package com.taskmaster.tasks.list;

import com.taskmaster.tasks.account.Account;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.hibernate.type.SqlTypes;

/** A list of tasks; each account has an inbox and any number of others up to the limit. */
@Entity
public class TaskList {

    @Id
    private UUID id;

    private long accountId;
    private String name;

    @JdbcTypeCode(SqlTypes.CHAR)
    private String color;

    private double position;
    private Instant createdAt;
    private Instant changedAt;

    @Version
    private int version;

    protected TaskList() {}

    TaskList(Account account, String name, String color, double position) {
        this.id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        this.accountId = account.id();
        this.name = name;
        this.color = color;
        this.position = position;
        this.createdAt = now();
        this.changedAt = createdAt;
    }

    /** Without a difference, the version and the time of the last change stay the same. */
    void change(String newName, String newColor, double newPosition) {
        if (newName.equals(name) && Objects.equals(newColor, color) && newPosition == position) {
            return;
        }
        name = newName;
        color = newColor;
        position = newPosition;
        changedAt = now();
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    String color() {
        return color;
    }

    double position() {
        return position;
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

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
