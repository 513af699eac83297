package com.taskmaster.webapp.provider;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Makes the web app sign in at a {@link TestProvider}, and gives that, and how it knows the client, to the test. */
public final class TestProviderResource implements QuarkusTestResourceLifecycleManager {

    /** How the client authenticates: what {@link ClientCredential#of} takes. */
    public static final String CLIENT_AUTHENTICATION = "client-authentication";

    /** Further metadata of the discovery document, separated by commas. */
    public static final String ANNOUNCED = "announced";

    private ClientCredential credential;
    private TestProvider provider;
    private TestTasksApi tasksApi;
    private Set<String> announced;

    @Override
    public void init(Map<String, String> arguments) {
        credential = ClientCredential.of(arguments.getOrDefault(CLIENT_AUTHENTICATION, "client_secret_basic"));
        announced = arguments.containsKey(ANNOUNCED)
                ? Set.of(arguments.get(ANNOUNCED).split(","))
                : Set.of();
    }

    @Override
    public Map<String, String> start() {
        provider = new TestProvider(credential, announced);
        tasksApi = new TestTasksApi();
        var settings = new HashMap<>(credential.settings());
        settings.put("quarkus.oidc.auth-server-url", provider.issuer());
        settings.put("quarkus.oidc.client-id", TestProvider.CLIENT_ID);
        settings.put("quarkus.oidc.credentials.secret", "");
        settings.put("quarkus.rest-client.tasks-api.url", tasksApi.address());
        return settings;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(provider, new TestInjector.MatchesType(TestProvider.class));
        injector.injectIntoFields(tasksApi, new TestInjector.MatchesType(TestTasksApi.class));
        injector.injectIntoFields(credential, new TestInjector.MatchesType(credential.getClass()));
    }

    @Override
    public void stop() {
        provider.close();
        tasksApi.close();
    }
}
