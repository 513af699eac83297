package com.taskmaster.webapp.provider;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * A provider that revokes and introspects tokens, has its end-session endpoint at another origin, and accepts the
 * client's secret in the form.
 */
public final class EveryEndpointProfile extends EntraProfile {

    /** The web app's log. */
    public static final Path LOG = Path.of("target", "every-endpoint.log");

    @Override
    public Map<String, String> getConfigOverrides() {
        var settings = new HashMap<>(super.getConfigOverrides());
        settings.put("quarkus.log.file.enabled", "true");
        settings.put("quarkus.log.file.path", LOG.toString());
        return settings;
    }

    @Override
    protected Map<String, String> arguments() {
        return Map.of(
                TestProviderResource.CLIENT_AUTHENTICATION,
                "client_secret_post",
                TestProviderResource.ANNOUNCED,
                "revocation_endpoint,introspection_endpoint,end_session_endpoint");
    }
}
