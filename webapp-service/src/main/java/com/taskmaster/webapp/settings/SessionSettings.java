package com.taskmaster.webapp.settings;

import io.smallrye.config.ConfigMapping;
import jakarta.validation.constraints.Size;

/** How sessions are protected; the service does not start without it. */
@ConfigMapping(prefix = "taskmaster.session")
interface SessionSettings {

    /** What tokens and login states are encrypted with; the same on every instance. */
    @Size(min = 32, message = "needs at least 32 characters") String encryptionKey();
}
