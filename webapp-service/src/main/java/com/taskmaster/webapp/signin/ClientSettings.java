package com.taskmaster.webapp.signin;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMin;

/** The client's settings for the provider beyond the framework's. */
@ConfigMapping(prefix = "taskmaster.client")
interface ClientSettings {

    /**
     * The file with the certificate (PEM) for {@code quarkus.oidc.credentials.jwt.key-file}, if the provider identifies
     * the key by it, as Entra ID does.
     */
    Optional<Path> certificate();

    /** The provider's response timeout; a renewal of tokens waits for at most 10 seconds. */
    @DurationMin(seconds = 1, message = "must be at least 1 second")
    Duration timeout();
}
