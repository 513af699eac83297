package com.taskmaster.webapp.settings;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMin;

/** How sessions are protected, and how long they last; the service does not start without the key. */
@ConfigMapping(prefix = "taskmaster.session")
public interface SessionSettings {

    /** What tokens, session cookies and login states are encrypted with: 32 characters or more, the same on every instance. */
    @Size(min = 32, message = "needs at least 32 characters") String encryptionKey();

    /** Keys of before, separated by commas: what they encrypted can still be read. */
    Optional<List<@Size(min = 32, message = "needs at least 32 characters") String>> previousEncryptionKeys();

    /** A session that is not used for so long ends. */
    @WithDefault("1H")
    @DurationMin(minutes = 1, message = "must be at least 1 minute")
    Duration idleTimeout();

    /** A session ends so long after the sign-in, however much it is used. */
    @WithDefault("12H")
    @DurationMin(minutes = 1, message = "must be at least 1 minute")
    Duration lifetime();

    /** Tokens are renewed so long before they expire, but never in the first half of their life. */
    @WithDefault("60S")
    @DurationMin(seconds = 1, message = "must be at least 1 second")
    Duration renewalMargin();
}
