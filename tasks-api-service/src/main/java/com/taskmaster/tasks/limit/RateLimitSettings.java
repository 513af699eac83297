package com.taskmaster.tasks.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** How many requests an owner of tasks may make of one instance. */
@ConfigMapping(prefix = "taskmaster.rate-limit")
interface RateLimitSettings {

    @WithDefault("true")
    boolean enabled();

    /** So many at once; then as many again, evenly, over each {@link #period()}. */
    @WithDefault("600")
    @Positive long requests();

    @WithDefault("1M")
    @DurationMin(seconds = 1)
    Duration period();
}
