package com.taskmaster.tasks.security;

import static io.restassured.RestAssured.given;

import com.taskmaster.backing.ServerCertificate;
import com.taskmaster.tasks.TestIssuer;
import com.taskmaster.tasks.TestTokens;
import com.taskmaster.tasks.WithBackingProcesses;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A provider whose certificate no public authority has signed. */
@QuarkusTest
@TestProfile(PrivateAuthorityProfileTest.WithTls.class)
@WithBackingProcesses
class PrivateAuthorityProfileTest {

    TestIssuer issuer;

    @Test
    void isTrustedForTheKeySet() {
        var token = issuer.sign(TestTokens.claims("alice").claim("scope", Scopes.READ));

        given().auth().oauth2(token).get("/me").then().statusCode(200);
    }

    public static final class WithTls implements QuarkusTestProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(IssuerResource.class));
        }
    }

    public static final class IssuerResource implements QuarkusTestResourceLifecycleManager {

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
}
