package com.taskmaster.tasks.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import com.taskmaster.tasks.TestIssuer;
import com.taskmaster.tasks.TestIssuerResource;
import com.taskmaster.tasks.TestTokens;
import com.taskmaster.tasks.WithBackingProcesses;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(KeyRotationProfileTest.WithTestIssuer.class)
@WithBackingProcesses
class KeyRotationProfileTest {

    public static class WithTestIssuer implements QuarkusTestProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(TestIssuerResource.class));
        }
    }

    TestIssuer issuer;

    @Test
    void trustsAPrivateAuthorityForTheKeySet() {
        assertThat(statusFor(issuer.sign(good()))).isEqualTo(200);
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'OpenID provider' }.data.reachable", is(true));
    }

    /** One story, because the minute in which one key fetch is allowed begins with the first unknown key. */
    @Test
    @DisplayName(
            "A14 a new key is found without a restart, a flood of unknown key ids costs one key fetch in a minute,"
                    + " and a key that is new in that very minute is found by its end; what is found is good while the issuer is away")
    void findsNewKeysAndWithstandsAFloodAndAnOutage() {
        assertThat(statusFor(issuer.sign(good()))).isEqualTo(200);
        var beforeRotation = issuer.keyFetches();
        var ofOldKey = issuer.sign(good());

        await("keys are not read again within 300 ms, by jose4j's HttpsJwks")
                .until(() -> issuer.sinceLastKeyFetch().toMillis() > 400);
        issuer.rotateKey();

        assertThat(statusFor(issuer.sign(good()))).isEqualTo(200);
        assertThat(statusFor(ofOldKey)).isEqualTo(401);
        assertThat(issuer.keyFetches()).isEqualTo(beforeRotation + 1);

        flood();
        assertThat(issuer.keyFetches()).isEqualTo(beforeRotation + 1);
        assertThat(statusFor(issuer.sign(good()))).isEqualTo(200);

        issuer.letKeysLast(Duration.ofSeconds(1));
        issuer.rotateKey();
        await("found by the end of the minute")
                .pollInterval(Duration.ofSeconds(5))
                .atMost(Duration.ofSeconds(70))
                .until(() -> statusFor(issuer.sign(good())) == 200);
        assertThat(issuer.keyFetches()).isEqualTo(beforeRotation + 2);

        issuer.becomeUnavailable();
        await("the keys are no longer fresh")
                .until(() -> issuer.sinceLastKeyFetch().toMillis() > 1_100);
        assertThat(statusFor(issuer.sign(good()))).isEqualTo(200);
        assertThat(issuer.keyFetches()).isGreaterThan(beforeRotation + 2);
        flood();
        assertThat(statusFor(issuer.sign(good()))).isEqualTo(200);
    }

    private void flood() {
        var flood = Stream.generate(() -> issuer.sign(good(), UUID.randomUUID().toString()))
                .limit(100)
                .toList();
        assertThat(flood.parallelStream().map(KeyRotationProfileTest::statusFor))
                .containsOnly(401);
    }

    private static JwtClaimsBuilder good() {
        return TestTokens.claims("alice").claim("scope", Scopes.READ);
    }

    private static int statusFor(String token) {
        return given().auth().oauth2(token).get("/me").statusCode();
    }
}
