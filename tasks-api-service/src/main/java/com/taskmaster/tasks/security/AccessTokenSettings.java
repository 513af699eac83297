package com.taskmaster.tasks.security;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Set;

/** Without these no access token can be trusted: the service does not start without them. */
@ConfigMapping(prefix = "taskmaster.access-token")
public interface AccessTokenSettings {

    /** The exact {@code iss} of the provider's access tokens. */
    String issuer();

    /** The values of {@code aud} that mean this service. */
    Set<String> audiences();

    /** Where the provider publishes its keys: {@code jwks_uri} of its discovery document. */
    URI keySet();
}
