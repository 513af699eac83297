package com.taskmaster.webapp.provider;

import java.util.Map;

/** A provider whose certificate no public authority has signed, and which knows the client by its service account. */
public final class ClusterProfile extends EntraProfile {

    @Override
    protected Map<String, String> arguments() {
        return Map.of(TestProviderResource.CLIENT_AUTHENTICATION, "service_account", TestProviderResource.TLS, "true");
    }
}
