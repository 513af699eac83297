package com.taskmaster.tasks.settings;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Where the reader of the OpenAPI document signs in. */
@ConfigMapping(prefix = "taskmaster.console")
public interface ConsoleSettings {

    /**
     * Where the developer console, the client {@code taskmaster-console}, signs its user in; without it *Authorize* takes an
     * access token that one has.
     */
    Optional<String> authorizationEndpoint();

    /** Where it gets its tokens; needed beside the one above. */
    Optional<String> tokenEndpoint();
}
