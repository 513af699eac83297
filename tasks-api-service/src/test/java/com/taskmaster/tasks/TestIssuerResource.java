package com.taskmaster.tasks;

import com.taskmaster.backing.ServerCertificate;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Makes the service use the keys of a {@link TestIssuer}, and injects that into the test. */
public final class TestIssuerResource implements QuarkusTestResourceLifecycleManager {

    private static final String WAY = "way";

    /** Uses TLS, with a certificate of a private CA. */
    public static final Map<String, String> BY_TLS = Map.of(WAY, "tls");

    public static final Map<String, String> BY_PLAIN_HTTP = Map.of(WAY, "http");

    /** Uses a host name that only a proxy can resolve. */
    public static final Map<String, String> BY_PROXY = Map.of(WAY, "proxy");

    private Map<String, String> way;
    private TestIssuer issuer;

    @Override
    public void init(Map<String, String> arguments) {
        way = Map.of(WAY, arguments.get(WAY));
    }

    @Override
    public Map<String, String> start() {
        if (way.equals(BY_TLS)) {
            var certificate = new ServerCertificate();
            issuer = new TestIssuer(certificate);
            return Map.of(
                    "taskmaster.access-token.key-set", issuer.keySet(),
                    "smallrye.jwt.client.tls.certificate.path",
                            certificate.authority().toString());
        }
        issuer = new TestIssuer(null);
        return way.equals(BY_PLAIN_HTTP)
                ? Map.of("taskmaster.access-token.key-set", issuer.keySet())
                : Map.of(
                        "taskmaster.access-token.key-set", "http://provider.invalid/keys",
                        "smallrye.jwt.http.proxy.host", "localhost",
                        "smallrye.jwt.http.proxy.port", "" + issuer.port());
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(issuer, new TestInjector.MatchesType(TestIssuer.class));
    }

    @Override
    public void stop() {
        issuer.close();
    }
}
