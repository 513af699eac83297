package com.taskmaster.tasks.me;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import com.taskmaster.tasks.TestTokens;
import com.taskmaster.tasks.WithBackingServices;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithBackingServices
class MeResourceTest {

    @Test
    void tellsTheCallerWhatTheTokenSays() {
        given().auth()
                .oauth2(TestTokens.signed(TestTokens.claims("alice")
                        .claim("scope", "tasks.write openid tasks.read")
                        .issuedAt(Instant.now().minusSeconds(5))
                        .claim("auth_time", 1_700_000_000L)))
                .get("/me")
                .then()
                .statusCode(200)
                .body("issuer", equalTo(TestTokens.ISSUER))
                .body("subject", equalTo("alice"))
                .body("owner.issuer", equalTo(TestTokens.ISSUER))
                .body("owner.subject", equalTo("alice"))
                .body("client", equalTo("taskmaster-webapp"))
                .body("scopes", contains("openid", "tasks.read", "tasks.write"))
                .body("audience", contains("tasks-api"))
                .body("authenticatedAt", equalTo("2023-11-14T22:13:20Z"))
                .body("$", hasKey("issuedAt"))
                .body("$", hasKey("expiresAt"));
    }

    @Test
    void leavesOutWhatTheTokenDoesNotSay() {
        given().auth()
                .oauth2(TestTokens.signed(
                        TestTokens.claims("alice").remove("azp").claim("scope", "tasks.read")))
                .get("/me")
                .then()
                .statusCode(200)
                .body("$", not(hasKey("client")))
                .body("$", not(hasKey("authenticatedAt")));
    }

    @Test
    void namesTheClientOfATokenOfRfc9068() {
        given().auth()
                .oauth2(TestTokens.signed(TestTokens.claims("alice")
                        .remove("azp")
                        .claim("client_id", "reporting")
                        .claim("scope", "tasks.read")))
                .get("/me")
                .then()
                .body("client", equalTo("reporting"));
    }

    @Test
    void neverTellsTheToken() {
        var token = TestTokens.of("alice", "tasks.read");

        assertThat(given().auth().oauth2(token).get("/me").asString())
                .doesNotContain(token)
                .doesNotContain(token.split("\\.")[2]);
    }

    @Test
    void needsTheScopeToRead() {
        given().get("/me").then().statusCode(401);
        given().auth()
                .oauth2(TestTokens.of("alice", "tasks.write"))
                .get("/me")
                .then()
                .statusCode(403);
    }
}
