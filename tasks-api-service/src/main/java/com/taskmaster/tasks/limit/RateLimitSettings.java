package com.taskmaster.tasks.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** Limits on an owner's requests to one instance: their rate and their concurrency. */
@ConfigMapping(prefix = "taskmaster.rate-limit")
interface RateLimitSettings {

    /** {@code false} if a gateway limits requests instead. */
    @WithDefault("true")
    boolean enabled();

    /**
     * The number of requests that a user, or an application that acts for itself, may make in a burst; each instance
     * counts separately.
     */
    @WithDefault("600")
    @Positive long requests();

    /** The time in which this number is replenished, evenly; at least one second. */
    @WithDefault("1M")
    @DurationMin(seconds = 1)
    Duration period();

    /** The number of concurrent requests that they may have; a request counts until its response has been read. */
    @WithDefault("20")
    @Positive int atOnce();
}
