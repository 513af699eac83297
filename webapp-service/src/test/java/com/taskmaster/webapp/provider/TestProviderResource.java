package com.taskmaster.webapp.provider;

import com.taskmaster.backing.ServerCertificate;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes the web app use a {@link TestProvider}, and injects that and the client's credential into the test. */
public final class TestProviderResource implements QuarkusTestResourceLifecycleManager {

    /** The client authentication method: an argument of {@link ClientCredential#of}. */
    public static final String CLIENT_AUTHENTICATION = "client-authentication";

    /** Additional metadata of the discovery document, separated by commas. */
    public static final String ANNOUNCED = "announced";

    /** Metadata that the discovery document lacks, separated by commas. */
    public static final String WITHHELD = "withheld";

    /** {@code true}: serves only TLS, with a certificate of a private CA. */
    public static final String TLS = "tls";

    /** The issuer in the discovery document, until the provider is reset. */
    public static final String ISSUER = "issuer";

    private ClientCredential credential;
    private TestProvider provider;
    private TestTasksApi tasksApi;
    private Set<String> announced;
    private Set<String> withheld;
    private Optional<String> issuer;
    private ServerCertificate certificate;

    @Override
    public void init(Map<String, String> arguments) {
        credential = ClientCredential.of(arguments.getOrDefault(CLIENT_AUTHENTICATION, "client_secret_basic"));
        announced = names(arguments.get(ANNOUNCED));
        withheld = names(arguments.get(WITHHELD));
        issuer = Optional.ofNullable(arguments.get(ISSUER));
        certificate = Boolean.parseBoolean(arguments.get(TLS)) ? new ServerCertificate() : null;
    }

    private static Set<String> names(String separated) {
        return separated == null ? Set.of() : Set.of(separated.split(","));
    }

    @Override
    public Map<String, String> start() {
        provider = new TestProvider(credential, announced, withheld, certificate);
        issuer.ifPresent(provider::announceIssuer);
        tasksApi = new TestTasksApi();
        var settings = new HashMap<>(credential.settings());
        if (certificate != null) {
            settings.put("quarkus.oidc.tls.tls-configuration-name", "provider");
            settings.put(
                    "quarkus.tls.provider.trust-store.pem.certs",
                    certificate.authority().toString());
        }
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
