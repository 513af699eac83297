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

    /**
     * Where the provider publishes its keys: {@code jwks_uri} of its discovery document. Plain http is accepted only on
     * this machine (RFC 8414 §2).
     */
    @HttpAddress(
            query = true,
            secure = true,
            message = "must be an absolute URL with https (with http only on this machine), and without a fragment")
    URI keySet();
}
