package com.taskmaster.webapp.settings;

import com.taskmaster.webapp.provider.ProviderAddress;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Stops the start and names the setting if one is missing, or is unsafe, that the framework would notice only when it is
 * used, or never.
 */
@Startup
@Singleton
class RequiredSettings {

    RequiredSettings(
            SessionSettings session,
            EntraSettings entra,
            FederatedCredential credential,
            TrustedAuthorities authorities,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") URI provider,
            @ConfigProperty(name = "quarkus.oidc.client-id") String clientId,
            @ConfigProperty(name = "quarkus.rest-client.tasks-api.url") URI tasksApi,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String database,
            @ConfigProperty(name = "quarkus.datasource.username") String owner,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        if (LaunchMode.current() == LaunchMode.NORMAL && !ProviderAddress.isProtected(provider)) {
            throw new ConfigurationException(
                    "quarkus.oidc.auth-server-url must be a URL with https (http only on this machine), because the"
                            + " client's credential and the tokens are sent there: " + provider);
        }
    }
}
