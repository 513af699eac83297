package com.taskmaster.tasks.limit;

import com.taskmaster.tasks.security.Owner;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where bodies are while they come and are worked on, in the memory of this instance: for each owner there is room for one of
 * the largest, and for all of them for four.
 */
@ApplicationScoped
public class BodyRoom {

    private static final int OWNERS = 4;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final long roomOfOwner;
    private final AtomicLong taken = new AtomicLong();
    private final ConcurrentMap<Owner, Long> takenByOwner = new ConcurrentHashMap<>();

    BodyRoom(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largest, MeterRegistry metrics) {
        roomOfOwner = largest.asLongValue();
        Gauge.builder("taskmaster.bodies", taken, AtomicLong::get)
                .description("What bodies of requests take of the memory")
                .baseUnit("bytes")
                .register(metrics);
    }

    /**
     * @throws RateLimitExceeded while other bodies of this owner need the room
     * @throws Busy while those of others do
     */
    public void take(Owner owner, int bytes) {
        if (takenByOwner.merge(owner, (long) bytes, Long::sum) > roomOfOwner) {
            giveBackOf(owner, bytes);
            throw new RateLimitExceeded("Other requests of this user are being sent at the same time", RETRY_AFTER);
        }
        if (taken.addAndGet(bytes) > OWNERS * roomOfOwner) {
            giveBack(owner, bytes);
            throw new Busy("More is being sent at the same time than there is room for", RETRY_AFTER);
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
