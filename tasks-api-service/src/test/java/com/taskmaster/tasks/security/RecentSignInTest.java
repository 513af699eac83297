package com.taskmaster.tasks.security;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import com.taskmaster.tasks.TestTokens;
import com.taskmaster.tasks.WithBackingServices;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithBackingServices
class RecentSignInTest {

    @Test
    @DisplayName("A16 a sensitive operation is carried out after a recent sign-in")
    void acceptsARecentSignIn() {
        probe(signedIn(Duration.ofMinutes(4))).statusCode(200);
    }

    @Test
    @DisplayName("A16 an old sign-in is rejected with the challenge of RFC 9470")
    void refusesASignInOfLongAgo() {
        assertStepUp(probe(signedIn(Duration.ofMinutes(6))));
    }

    @Test
    @DisplayName("A16 a token without the time of its user's sign-in does not count as recent")
    void refusesASignInOfUnknownTime() {
        assertStepUp(probe(reader()));
    }

    @Test
    @DisplayName("A16 other operations need no recent sign-in")
    void asksNothingOfOtherOperations() {
        given().auth()
                .oauth2(TestTokens.signed(signedIn(Duration.ofDays(1))))
                .get("/tasks")
                .then()
                .statusCode(200);
    }

    @Test
    @DisplayName("A16 a missing token or scope is reported before the age of the sign-in")
    void checksTheScopeFirst() {
        given().get("/tasks/export")
                .then()
                .statusCode(401)
                .body("type", equalTo("urn:problem-type:taskmaster:unauthorized"));
        probe(TestTokens.claims("alice").claim("scope", Scopes.WRITE)).statusCode(403);
    }

    private static void assertStepUp(ValidatableResponse answer) {
        answer.statusCode(401)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:problem-type:taskmaster:insufficient-user-authentication"))
                .header(
                        "WWW-Authenticate",
                        equalTo("Bearer error=\"insufficient_user_authentication\","
                                + " error_description=\"A more recent or stronger sign-in is required\", max_age=\"300\","
                                + " resource_metadata=\"http://localhost:8081/.well-known/oauth-protected-resource\""));
    }

    private static JwtClaimsBuilder reader() {
        return TestTokens.claims("alice").claim("scope", Scopes.READ);
    }

    private static JwtClaimsBuilder signedIn(Duration ago) {
        return reader().claim("auth_time", Instant.now().minus(ago).getEpochSecond());
    }

    private static ValidatableResponse probe(JwtClaimsBuilder claims) {
        return given().auth()
                .oauth2(TestTokens.signed(claims))
                .get("/tasks/export")
                .then();
    }
}
