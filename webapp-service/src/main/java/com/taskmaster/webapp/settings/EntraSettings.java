package com.taskmaster.webapp.settings;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/**
 * What profile {@code entra} makes the settings of the framework from. That would do without scopes where one of these is
 * missing; the service does not start then.
 */
@ConfigMapping(prefix = "taskmaster")
public interface EntraSettings {

    /** Nothing in any other profile. */
    Optional<Entra> entra();

    /** Both, or none. */
    interface Entra {

        /** The tenant's id (a GUID). */
        String tenant();

        /** The client id (a GUID) of the Tasks API's registration. */
        String apiClientId();
    }
}
