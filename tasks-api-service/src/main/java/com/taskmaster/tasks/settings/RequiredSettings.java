package com.taskmaster.tasks.settings;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Stops the start with the name of a missing setting that the framework would report with a stack trace or not at all.
 */
@Startup
@Singleton
class RequiredSettings {

    RequiredSettings(
            EntraSettings entra,
            ConsoleSettings console,
            ServerCertificate server,
            ProviderCertificate provider,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String database,
            @ConfigProperty(name = "quarkus.datasource.username") String owner,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        if (console.authorizationEndpoint().isPresent()
                != console.tokenEndpoint().isPresent()) {
            throw new ConfigurationException(
                    "Set both taskmaster.console.authorization-endpoint and taskmaster.console.token-endpoint, or neither");
        }
    }
}
