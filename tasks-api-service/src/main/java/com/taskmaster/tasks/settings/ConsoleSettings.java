package com.taskmaster.tasks.settings;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Where the reader of the OpenAPI document signs in. */
@ConfigMapping(prefix = "taskmaster.console")
public interface ConsoleSettings {

    /**
     * The provider's authorization endpoint for the developer console, the client {@code taskmaster-console}; if not set,
     * *Authorize* accepts an access token instead of signing in.
     */
    Optional<String> authorizationEndpoint();

    /** The provider's token endpoint for the developer console; set both or neither. */
    Optional<String> tokenEndpoint();
}
