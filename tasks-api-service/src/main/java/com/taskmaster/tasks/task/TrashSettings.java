package com.taskmaster.tasks.task;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** Settings of the trash. */
@ConfigMapping(prefix = "taskmaster.trash")
interface TrashSettings {

    /** For how long a task stays in the trash before it is removed for good. */
    @WithDefault("30D")
    @DurationMin(days = 1)
    Duration retention();
}
