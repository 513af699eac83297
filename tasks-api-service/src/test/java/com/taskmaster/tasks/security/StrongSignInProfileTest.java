package com.taskmaster.tasks.security;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import com.taskmaster.tasks.TestTokens;
import com.taskmaster.tasks.WithBackingProcesses;
import com.taskmaster.tasks.WithOtherSettings;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(WithOtherSettings.class)
@WithBackingProcesses
class StrongSignInProfileTest {

    @Test
    @DisplayName("A16 any of the configured authentication context classes suffices")
    void acceptsAStrongSignIn() {
        probe(signedInNow().claim("acr", "urn:example:mfa")).statusCode(200);
    }

    @Test
    @DisplayName("A16 another class, or none, is rejected, and the accepted classes are named")
    void refusesAWeakSignIn() {
        assertStepUp(probe(signedInNow().claim("acr", "1")));
        assertStepUp(probe(signedInNow()));
    }

    @Test
    @DisplayName("A16 an old strong sign-in does not suffice")
    void refusesAStrongSignInOfLongAgo() {
        assertStepUp(probe(signedInNow()
                .claim("acr", "gold")
                .claim("auth_time", Instant.now().minusSeconds(90).getEpochSecond())));
    }

    private static void assertStepUp(ValidatableResponse answer) {
        answer.statusCode(401)
                .header(
                        "WWW-Authenticate",
                        containsString("max_age=\"60\", acr_values=\"gold urn:example:mfa\", resource_metadata="));
    }

    private static JwtClaimsBuilder signedInNow() {
        return TestTokens.claims("alice-" + UUID.randomUUID())
                .claim("scope", Scopes.READ)
                .claim("auth_time", Instant.now().getEpochSecond());
    }

    private static ValidatableResponse probe(JwtClaimsBuilder claims) {
        return given().auth()
                .oauth2(TestTokens.signed(claims))
                .get("/tasks/export")
                .then();
    }
}
