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
 * A token bucket for each owner, in this instance's memory: with n instances the effective limit is n times as high.
 *
 * <p>Beyond {@value #MOST_OWNERS} owners the least used buckets, which are the fullest, are evicted to bound memory.
 */
@ApplicationScoped
class TokenBuckets {

    private static final long MOST_OWNERS = 100_000;

    private final Cache<Owner, Bucket> buckets =
            Caffeine.newBuilder().maximumSize(MOST_OWNERS).build();
    private final RateLimitSettings settings;

    TokenBuckets(RateLimitSettings settings) {
        this.settings = settings;
    }

    /** @return how long to wait, in whole seconds; empty if the request is allowed */
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
                .withNanosecondPrecision() // System.nanoTime, which clock corrections do not affect
                .build();
    }
}
