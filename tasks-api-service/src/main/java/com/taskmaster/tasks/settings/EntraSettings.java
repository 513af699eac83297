package com.taskmaster.tasks.settings;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/**
 * The settings from which profile {@code entra} derives others. If one is missing, the start fails with its name
 * instead of a derived one.
 */
@ConfigMapping(prefix = "taskmaster")
public interface EntraSettings {

    /** Empty in other profiles. */
    Optional<Entra> entra();

    /** Both are required. */
    interface Entra {

        /** The tenant id (a GUID). */
        String tenant();

        /** The client id (a GUID) of this API's app registration. */
        String apiClientId();
    }
}
