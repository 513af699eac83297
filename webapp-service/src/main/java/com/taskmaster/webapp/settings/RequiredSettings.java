package com.taskmaster.webapp.settings;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Stops the start and names the setting if one is missing that the framework would notice only when it is used. */
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
            @ConfigProperty(name = "quarkus.datasource.password") String password) {}
}
