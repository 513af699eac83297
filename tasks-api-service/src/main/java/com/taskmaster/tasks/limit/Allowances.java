package com.taskmaster.tasks.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.taskmaster.tasks.security.Owner;
import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A token bucket for each owner, in the memory of this instance: so many instances let in so many times the limit.
 *
 * <p>Beyond {@value #MOST_OWNERS} owners the least used buckets are forgotten: memory has an end, and they are the fullest.
 */
@ApplicationScoped
class Allowances {

    private static final long MOST_OWNERS = 100_000;

    private final Cache<Owner, Bucket> buckets =
            Caffeine.newBuilder().maximumSize(MOST_OWNERS).build();
    private final RateLimitSettings settings;

    Allowances(RateLimitSettings settings) {
        this.settings = settings;
    }

    /** @return how long to wait in whole seconds; empty where the owner may go on */
    Optional<Duration> spend(Owner owner) {
        var probe = buckets.get(owner, this::full).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill())
                        .plusSeconds(1)
                        .truncatedTo(ChronoUnit.SECONDS));
    }

    private Bucket full(Owner owner) {
        return Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(settings.requests()).refillGreedy(settings.requests(), settings.period()))
                .withNanosecondPrecision() // which no correction of the clock sets back
                .build();
    }
}
