package com.taskmaster.tasks.limit;

import com.taskmaster.tasks.security.Owner;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Limits the memory of this instance that buffered request bodies take: one largest body for each owner, four in total.
 */
@ApplicationScoped
public class BodyBudget {

    private static final int OWNERS = 4;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final MeterRegistry metrics;
    private final Gauge gauge;
    private final long roomOfOwner;
    private final AtomicLong taken = new AtomicLong();
    private final ConcurrentMap<Owner, Long> takenByOwner = new ConcurrentHashMap<>();

    BodyBudget(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largest, MeterRegistry metrics) {
        this.metrics = metrics;
        roomOfOwner = largest.asLongValue();
        gauge = Gauge.builder("taskmaster.bodies", taken, AtomicLong::get)
                .description("Memory taken by request bodies")
                .baseUnit("bytes")
                .register(metrics);
    }

    /** The registry outlives the application: after a restart in the same JVM, it would still read this bean. */
    @PreDestroy
    void unregister() {
        metrics.remove(gauge);
    }

    /**
     * @throws RateLimitExceeded if this owner's other bodies use up the owner's limit
     * @throws Busy if all bodies together use up the instance's limit
     */
    public void take(Owner owner, int bytes) {
        if (takenByOwner.merge(owner, (long) bytes, Long::sum) > roomOfOwner) {
            giveBackOf(owner, bytes);
            throw new RateLimitExceeded("This user is sending too much at the same time", RETRY_AFTER);
        }
        if (taken.addAndGet(bytes) > OWNERS * roomOfOwner) {
            giveBack(owner, bytes);
            throw new Busy("The service is receiving too much at the same time", RETRY_AFTER);
        }
    }

    public void giveBack(Owner owner, int bytes) {
        taken.addAndGet(-bytes);
        giveBackOf(owner, bytes);
    }

    private void giveBackOf(Owner owner, int bytes) {
        takenByOwner.computeIfPresent(owner, (sameOwner, before) -> before == bytes ? null : before - bytes);
    }
}
