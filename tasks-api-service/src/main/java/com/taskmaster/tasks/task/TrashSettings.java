package com.taskmaster.tasks.task;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** Settings of the trash. */
@ConfigMapping(prefix = "taskmaster.trash")
interface TrashSettings {

    /** The time after which a task in the trash is deleted for good; at least one day. */
    @WithDefault("30D")
    @DurationMin(days = 1)
    Duration retention();
}
