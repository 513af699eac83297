package com.taskmaster.webapp.settings;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMin;

/** How sessions are protected and how long they last. The encryption key is required. */
@ConfigMapping(prefix = "taskmaster.session")
public interface SessionSettings {

    /**
     * The key that encrypts tokens, session cookies and login states: at least 32 characters, the same on every
     * instance.
     */
    @Size(min = 32, message = "needs at least 32 characters") String encryptionKey();

    /** Other keys that can also decrypt, separated by commas: earlier ones, or during a rotation the next one. */
    Optional<List<@Size(min = 32, message = "needs at least 32 characters") String>> previousEncryptionKeys();

    /** A session ends if it is not used for this long. */
    @WithDefault("1H")
    @DurationMin(minutes = 1, message = "must be at least 1 minute")
    Duration idleTimeout();

    /** A session ends this long after the sign-in, even if it is used. */
    @WithDefault("12H")
    @DurationMin(minutes = 1, message = "must be at least 1 minute")
    Duration lifetime();

    /** Tokens are renewed this long before they expire, but never in the first half of their lifetime. */
    @WithDefault("60S")
    @DurationMin(seconds = 1, message = "must be at least 1 second")
    Duration renewalMargin();
}
