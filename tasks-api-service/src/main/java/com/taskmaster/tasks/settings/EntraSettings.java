package com.taskmaster.tasks.settings;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/**
 * What profile {@code entra} makes other settings from. Where one of these is missing, the service does not start, and
 * names it, and not what is made from it.
 */
@ConfigMapping(prefix = "taskmaster")
public interface EntraSettings {

    /** Nothing in any other profile. */
    Optional<Entra> entra();

    /** Both, or none. */
    interface Entra {

        /** The tenant's id (a GUID). */
        String tenant();

        /** The client id (a GUID) of this API's registration. */
        String apiClientId();
    }
}
