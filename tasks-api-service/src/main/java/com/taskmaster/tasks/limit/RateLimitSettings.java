package com.taskmaster.tasks.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** Limits on an owner's requests to one instance: their rate and their concurrency. */
@ConfigMapping(prefix = "taskmaster.rate-limit")
interface RateLimitSettings {

    /** {@code false} where a gateway limits. */
    @WithDefault("true")
    boolean enabled();

    /** How many requests a user may make at once; each instance counts for itself. */
    @WithDefault("600")
    @Positive long requests();

    /** How long it takes until as many may be made again; they come back evenly. */
    @WithDefault("1M")
    @DurationMin(seconds = 1)
    Duration period();

    /** How many requests of a user an instance works on at the same time, until their answers have been read. */
    @WithDefault("20")
    @Positive int atOnce();
}
