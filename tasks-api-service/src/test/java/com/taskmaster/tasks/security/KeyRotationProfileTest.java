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
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@QuarkusTest
@TestProfile(KeyRotationProfileTest.WithTestIssuer.class)
@WithBackingProcesses
@TestMethodOrder(OrderAnnotation.class)
class KeyRotationProfileTest {

    public static class WithTestIssuer implements QuarkusTestProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(TestIssuerResource.class, TestIssuerResource.BY_PLAIN_HTTP));
        }
    }

    TestIssuer issuer;

    @Test
    @Order(1) // like the next one
    @DisplayName(
            "A14 however many requests wait for the first keys, an unresponsive provider gets only one request for them")
    void asksOnceForAllWhoWait() {
        issuer.becomeSilent();

        var answers = Stream.generate(
                        () -> CompletableFuture.runAsync(this::refusesForNow, request -> new Thread(request).start()))
                .limit(8)
                .toList();

        assertThat(answers).allSatisfy(CompletableFuture::join);
        assertThat(issuer.keyFetches()).as("an asking is two attempts").isEqualTo(2);
    }

    @Test
    @Order(2) // of an instance that has not seen a key yet
    @DisplayName("A14 anything but a key set counts as an outage, which ends as soon as there is one")
    void takesWhatIsNoKeySetForAnOutage() {
        for (var page : List.of("<!doctype html><title>Back soon</title>", "{}", "{\"keys\": []}")) {
            issuer.publishInstead(page);
            var before = issuer.keyFetches();
            await("the provider is asked for the page").until(() -> {
                refusesForNow();
                return issuer.keyFetches() > before;
            });
        }
        given().get("/q/health/ready")
                .then()
                .statusCode(503)
                .body("checks.find { it.name == 'OpenID provider' }.data.reachable", is(false));

        issuer.letKeysLast(Duration.ofSeconds(1));
        issuer.publishKeys();
        await("a failure is forgotten").until(() -> statusFor(issuer.sign(good())) == 200);
        await("the provider is asked again")
                .until(() -> given().get("/q/health/ready").statusCode() == 200);

        issuer.publishInstead("{\"keys\": []}");
        var beforeTheEmptySet = issuer.keyFetches();
        awaitStaleKeys();
        assertThat(statusFor(issuer.sign(good()))).isEqualTo(200);
        assertThat(issuer.keyFetches()).isGreaterThan(beforeTheEmptySet);

        issuer.letKeysLast(Duration.ofHours(1));
        issuer.publishKeys();
    }

    @Test
    @Order(3)
    @DisplayName("A01 a token without a kid is verified with the only published key")
    void needsNoKeyIdWhereThereIsOneKey() {
        assertThat(statusFor(issuer.signWithoutKeyId(good()))).isEqualTo(200);
        assertThat(statusFor(good().jws().sign(TestTokens.foreignKey().getPrivate())))
                .isEqualTo(401);
    }

    /** A single test, because the minute in which one key fetch is allowed begins with the first unknown key. */
    @Test
    @Order(4)
    @DisplayName(
            "A14 a new key is found without a restart; a flood of unknown key ids costs one key fetch in a minute, and a key"
                    + " published in that minute is found once it is over; known keys stay valid while the issuer is down")
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
        awaitStaleKeys();
        assertThat(statusFor(issuer.sign(good()))).isEqualTo(200);
        assertThat(issuer.keyFetches()).isGreaterThan(beforeRotation + 2);
        flood();
        assertThat(statusFor(issuer.sign(good()))).isEqualTo(200);
    }

    private void refusesForNow() {
        as(issuer.sign(good()))
                .get("/me")
                .then()
                .statusCode(503)
                .header("Retry-After", is("5"))
                .body("type", is("urn:problem-type:taskmaster:provider-unavailable"));
    }

    private void awaitStaleKeys() {
        await("the keys are no longer fresh")
                .until(() -> issuer.sinceLastKeyFetch().toMillis() > 1_100);
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
        return as(token).get("/me").statusCode();
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }
}
