package com.taskmaster.tasks.task;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Deletes tasks for good that have been in the trash for long enough. All instances do so, and skip each other's tasks. */
@ApplicationScoped
class Trash {

    private static final int AT_ONCE = 1000;

    private final Tasks tasks;
    private final TrashSettings settings;

    Trash(Tasks tasks, TrashSettings settings) {
        this.tasks = tasks;
        this.settings = settings;
    }

    /** In short transactions: a large trash must not hold locks for long. */
    @Scheduled(every = "1h", delayed = "1m")
    void empty() {
        var then = Instant.now().minus(settings.retention());
        var removed = 0;
        int justNow;
        do {
            justNow = QuarkusTransaction.requiringNew().call(() -> tasks.removeTrashedBefore(then, AT_ONCE));
            removed += justNow;
        } while (justNow == AT_ONCE);
        if (removed > 0) {
            Log.infof("Deleted %d tasks for good that had been in the trash for %s", removed, settings.retention());
        }
    }
}
