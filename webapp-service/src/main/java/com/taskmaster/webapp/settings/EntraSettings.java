package com.taskmaster.webapp.settings;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/**
 * The settings from which profile {@code entra} derives those of the framework. If one is missing, the service does not
 * start; the framework alone would start without scopes.
 */
@ConfigMapping(prefix = "taskmaster")
public interface EntraSettings {

    /** Empty in other profiles. */
    Optional<Entra> entra();

    /** If one is set, the other is required. */
    interface Entra {

        /** The tenant id (a GUID). */
        String tenant();

        /** The client id (a GUID) of the Tasks API's app registration. */
        String apiClientId();
    }
}
