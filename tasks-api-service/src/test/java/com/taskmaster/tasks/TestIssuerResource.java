package com.taskmaster.tasks;

import com.taskmaster.backing.ServerCertificate;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Makes the service take its keys from a {@link TestIssuer}, whose authority is a private one, and gives it to the test. */
public final class TestIssuerResource implements QuarkusTestResourceLifecycleManager {

    private TestIssuer issuer;

    @Override
    public Map<String, String> start() {
        var certificate = new ServerCertificate();
        issuer = new TestIssuer(certificate);
        return Map.of(
                "taskmaster.access-token.key-set", issuer.keySet(),
                "smallrye.jwt.client.tls.certificate.path",
                        certificate.authority().toString());
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
