package com.taskmaster.tasks.limit;

import static com.taskmaster.tasks.WithOtherSettings.PERIOD_SECONDS;
import static com.taskmaster.tasks.WithOtherSettings.REQUESTS;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.taskmaster.tasks.TestTokens;
import com.taskmaster.tasks.WithBackingProcesses;
import com.taskmaster.tasks.WithOtherSettings;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(WithOtherSettings.class)
@WithBackingProcesses
class RateLimitProfileTest {

    private final String alice = as("alice");
    private final String bob = as("bob");

    /** The first request is slow: if it counted, the limit would allow further requests by the time it ends. */
    @BeforeEach
    void warmUp() {
        me(as("somebody")).then().statusCode(200);
    }

    @Test
    @DisplayName("A20 beyond the limit a user gets 429 and another user does not, and Retry-After is correct")
    void refusesBeyondTheLimit() {
        useUp(alice);

        var refusal = me(alice);
        refusal.then()
                .statusCode(429)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:problem-type:taskmaster:rate-limited"));
        var retryAfter = Integer.parseInt(refusal.header("Retry-After"));
        assertThat(retryAfter).isBetween(1, PERIOD_SECONDS / REQUESTS);
        assertThat(me(bob).statusCode()).isEqualTo(200);
        await("let in by the first request after Retry-After")
                .pollDelay(Duration.ofSeconds(retryAfter))
                .pollInterval(Duration.ofSeconds(PERIOD_SECONDS / REQUESTS))
                .atMost(Duration.ofSeconds(retryAfter + 1))
                .until(() -> me(alice).statusCode() == 200);
    }

    @Test
    @DisplayName("A20 refusals are counted under the labels that the dashboard and the alerts query")
    void countsRefusals() {
        useUp(alice);

        me(alice).then().statusCode(429);

        await().untilAsserted(() -> assertThat(given().get("/q/metrics").asString())
                .containsPattern("http_server_requests_seconds_count\\{[^}]*status=\"429\"[^}]*uri=\"/me\""));
    }

    @Test
    @DisplayName("A20 public operations are not limited, with or without a token")
    void leavesOperationsForEverybodyAlone() {
        useUp(alice);

        for (var i = 0; i < 5; i++) {
            given().auth()
                    .oauth2(alice)
                    .get("/.well-known/oauth-protected-resource")
                    .then()
                    .statusCode(200);
            given().get("/.well-known/oauth-protected-resource").then().statusCode(200);
        }
    }

    @Test
    @DisplayName("A20 requests without a valid token or scope count for nobody")
    void countsOnlyWhatWasAllowed() {
        for (var i = 0; i < 5; i++) {
            given().get("/me").then().statusCode(401);
            me(alice + "x").then().statusCode(401);
        }
        assertThat(me(alice).statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("A20 requests with different tokens of one user are counted together")
    void countsAllTokensOfAUser() {
        var user = "carol-" + UUID.randomUUID();
        for (var i = 0; i < REQUESTS; i++) {
            me(TestTokens.of(user, "tasks.read")).then().statusCode(200);
        }

        me(TestTokens.of(user, "tasks.read tasks.write")).then().statusCode(429);
    }

    private static void useUp(String token) {
        for (var i = 0; i < REQUESTS; i++) {
            me(token).then().statusCode(200);
        }
    }

    private static String as(String user) {
        return TestTokens.of(user + "-" + UUID.randomUUID(), "tasks.read");
    }

    private static Response me(String token) {
        return given().auth().oauth2(token).get("/me");
    }
}
