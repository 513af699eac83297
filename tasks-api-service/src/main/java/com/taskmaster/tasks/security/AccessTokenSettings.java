package com.taskmaster.tasks.security;

import io.smallrye.config.ConfigMapping;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.util.Set;

/** What identifies a trusted access token; required for the service to start. */
@ConfigMapping(prefix = "taskmaster.access-token")
public interface AccessTokenSettings {

    /** The exact {@code iss} of the provider's access tokens; tokens with another one are rejected. */
    @Pattern(
            regexp = "https?://[^/]+(/[^/]+)*/?",
            message =
                    "must be a URL without empty segments; if it is derived from taskmaster.entra.tenant, is that empty?")
    String issuer();

    /** The accepted values of {@code aud}, of which a token must have one, separated by commas. */
    Set<String> audiences();

    /** The URL of the provider's keys: {@code jwks_uri} in its discovery document; plain http only on this machine (RFC 8414 §2). */
    @HttpAddress(query = true)
    URI keySet();
}
