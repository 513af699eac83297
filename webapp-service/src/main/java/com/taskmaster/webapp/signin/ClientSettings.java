package com.taskmaster.webapp.signin;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMin;

/** How this client deals with the provider, beyond the framework's settings. */
@ConfigMapping(prefix = "taskmaster.client")
interface ClientSettings {

    /** The certificate (PEM) of {@code quarkus.oidc.credentials.jwt.key-file}, where the provider knows the key by it. */
    Optional<Path> certificate();

    /** How long the provider may take for an answer; a renewal of tokens waits for 10 seconds at most. */
    @DurationMin(seconds = 1, message = "must be at least 1 second")
    Duration timeout();
}
