package com.taskmaster.tasks.limit;

import com.taskmaster.tasks.security.CurrentOwner;
import com.taskmaster.tasks.security.Owner;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Where imports are worked on, in the memory of this instance: a few at once, for each holds a file and a thread, and then a
 * connection to the database for long; and one for each owner.
 */
@ApplicationScoped
public class ImportPlaces {

    private static final int MOST = 3;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

    private final CurrentOwner currentOwner;
    private final Set<Owner> owners = ConcurrentHashMap.newKeySet();
    private final Semaphore free = new Semaphore(MOST);

    ImportPlaces(CurrentOwner currentOwner, MeterRegistry metrics) {
        this.currentOwner = currentOwner;
        Gauge.builder("taskmaster.imports", owners, Set::size)
                .description("Imports that are under way")
                .register(metrics);
    }

    /**
     * @throws RateLimitExceeded while another import of this owner is under way
     * @throws Busy while there is no place
     */
    public <T> T take(Supplier<T> work) {
        var owner = currentOwner.get();
        if (!owners.add(owner)) {
            throw new RateLimitExceeded("Another import of this user is under way", RETRY_AFTER);
        }
        try {
            return takePlace(work);
        } finally {
            owners.remove(owner);
        }
    }

    private <T> T takePlace(Supplier<T> work) {
        if (!free.tryAcquire()) {
            throw new Busy("As many imports are under way as can be worked on at once", RETRY_AFTER);
        }
        try {
            return work.get();
        } finally {
            free.release();
        }
    }
}
