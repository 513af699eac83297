package com.taskmaster.webapp.health;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.taskmaster.webapp.CapturedLog;
import com.taskmaster.webapp.WithBackingProcesses;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OpenIdProviderCheckProfileTest.WithAnotherIssuer.class)
@WithBackingProcesses
class OpenIdProviderCheckProfileTest {

    public static class WithAnotherIssuer implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.oidc.token.issuer", "https://issuer.example");
        }
    }

    @ConfigProperty(name = "quarkus.oidc.auth-server-url")
    String announced;

    @Test
    @DisplayName(
            "W05 a discovery document of another issuer than the configured one fails readiness, and the log names both")
    void failsForAnotherIssuer() {
        try (var log = new CapturedLog(OpenIdProviderCheck.class.getName())) {
            given().get("/q/health/ready")
                    .then()
                    .statusCode(503)
                    .body("checks.find { it.name == 'OpenID provider' }.status", equalTo("DOWN"))
                    .body("checks.find { it.name == 'OpenID provider' }.data.reachable", equalTo(true));

            assertThat(log.lines()).singleElement().asString().contains(announced, "https://issuer.example");
        }
    }
}
