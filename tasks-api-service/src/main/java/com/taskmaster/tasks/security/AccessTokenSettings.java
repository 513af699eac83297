package com.taskmaster.tasks.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithName;
import java.util.Set;

/** The MicroProfile JWT settings without which no access token can be trusted; the service does not start without them. */
@ConfigMapping(prefix = "mp.jwt.verify")
public interface AccessTokenSettings {

    String issuer();

    Set<String> audiences();

    @WithName("publickey.location")
    String keyLocation();
}
