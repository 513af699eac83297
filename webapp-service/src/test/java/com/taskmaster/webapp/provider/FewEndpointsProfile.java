package com.taskmaster.webapp.provider;

import java.util.HashMap;
import java.util.Map;

/**
 * A provider without {@code end_session_endpoint} that authenticates the client by its key; and sessions with
 * configured times.
 */
public final class FewEndpointsProfile extends EntraProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        var settings = new HashMap<>(super.getConfigOverrides());
        settings.put("quarkus.oidc.logout.path", "");
        settings.put("taskmaster.session.idle-timeout", "1M");
        settings.put("taskmaster.session.lifetime", "2H");
        settings.put("taskmaster.session.renewal-margin", "100S");
        return settings;
    }

    @Override
    protected Map<String, String> arguments() {
        return Map.of(
                TestProviderResource.CLIENT_AUTHENTICATION,
                "private_key_jwt",
                TestProviderResource.ANNOUNCED,
                "revocation_endpoint",
                TestProviderResource.WITHHELD,
                "end_session_endpoint");
    }
}
