package com.taskmaster.webapp.provider;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** The web app configured for Entra ID, with a {@link TestProvider} in its place. */
public class EntraProfile implements QuarkusTestProfile {

    @Override
    public String getConfigProfile() {
        return "test,entra";
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "taskmaster.entra.tenant",
                TestProvider.TENANT,
                "taskmaster.entra.api-client-id",
                TestProvider.API,
                "taskmaster.client.timeout",
                "5S",
                "quarkus.oidc.connection-retry-count",
                "1");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(TestProviderResource.class, arguments()));
    }

    /** The arguments of the {@link TestProviderResource}. */
    protected Map<String, String> arguments() {
        return Map.of();
    }
}
