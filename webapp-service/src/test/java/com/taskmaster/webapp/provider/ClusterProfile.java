package com.taskmaster.webapp.provider;

import java.util.Map;

/** A provider with a certificate of a private CA, which authenticates the client by its Kubernetes service account. */
public final class ClusterProfile extends EntraProfile {

    @Override
    protected Map<String, String> arguments() {
        return Map.of(TestProviderResource.CLIENT_AUTHENTICATION, "service_account", TestProviderResource.TLS, "true");
    }
}
