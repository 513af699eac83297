package com.taskmaster.tasks.limit;

import com.taskmaster.tasks.security.CurrentOwner;
import com.taskmaster.tasks.security.Owner;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Limits concurrent imports on this instance: a few in total, because each holds a file, a thread and for long a
 * database connection, and one for each owner.
 */
@ApplicationScoped
public class ImportSlots {

    private static final int MOST = 3;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

    private final CurrentOwner currentOwner;
    private final MeterRegistry metrics;
    private final Gauge gauge;
    private final Set<Owner> owners = ConcurrentHashMap.newKeySet();
    private final Semaphore free = new Semaphore(MOST);

    ImportSlots(CurrentOwner currentOwner, MeterRegistry metrics) {
        this.currentOwner = currentOwner;
        this.metrics = metrics;
        gauge = Gauge.builder("taskmaster.imports", owners, Set::size)
                .description("Running imports")
                .register(metrics);
    }

    /** The registry outlives the application: after a restart in the same JVM, it would still read this bean. */
    @PreDestroy
    void unregister() {
        metrics.remove(gauge);
    }

    /**
     * @throws RateLimitExceeded while another import of this owner is running
     * @throws Busy while as many imports are running as are allowed
     */
    public <T> T take(Supplier<T> work) {
        var owner = currentOwner.get();
        if (!owners.add(owner)) {
            throw new RateLimitExceeded("Another import of this user is running", RETRY_AFTER);
        }
        try {
            return takePlace(work);
        } finally {
            owners.remove(owner);
        }
    }

    private <T> T takePlace(Supplier<T> work) {
        if (!free.tryAcquire()) {
            throw new Busy("The maximum number of imports is already running", RETRY_AFTER);
        }
        try {
            return work.get();
        } finally {
            free.release();
        }
    }
}
