package com.taskmaster.tasks.security;

import io.smallrye.config.ConfigMapping;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.util.Set;

/** What identifies a trusted access token; required for the service to start. */
@ConfigMapping(prefix = "taskmaster.access-token")
public interface AccessTokenSettings {

    /** The exact {@code iss} of the provider's access tokens. */
    @Pattern(
            regexp = "https?://[^/]+(/[^/]+)*/?",
            message = "must be a URL without empty parts; if it is made of taskmaster.entra.tenant, is that empty?")
    String issuer();

    /** The values of {@code aud} that mean this service, separated by commas. */
    Set<String> audiences();

    /** Where the provider publishes its keys: {@code jwks_uri} of its discovery document. */
    @HttpAddress(query = true)
    URI keySet();
}
