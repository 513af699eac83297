package com.taskmaster.webapp.health;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.taskmaster.webapp.CapturedLog;
import com.taskmaster.webapp.WithBackingProcesses;
import com.taskmaster.webapp.provider.DiscoveryDocuments;
import com.taskmaster.webapp.provider.EntraProfile;
import com.taskmaster.webapp.provider.TestProvider;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(EntraProfile.class)
@WithBackingProcesses
class OpenIdProviderCheckProfileTest {

    private static final String REACHABLE = "checks.find { it.name == 'OpenID provider' }.data.reachable";

    TestProvider provider;

    @BeforeEach
    void becomeReady() {
        staysReady(true);
    }

    @AfterEach
    void reset() {
        provider.reset();
    }

    @Test
    @DisplayName("W29 another page in the provider's place counts as an outage, which makes no instance unready")
    void takesAPageInItsPlaceForAnOutage() {
        provider.standBehindAnotherPage();
        staysReady(false);

        provider.reset();
        staysReady(true);
    }

    @Test
    @DisplayName("W29 a provider that is down or hangs makes no instance unready")
    void outlivesAnOutage() {
        provider.goDown();
        try {
            staysReady(false);
        } finally {
            provider.comeBack();
        }
        staysReady(true);

        provider.delayAnswers(Duration.ofMinutes(1));
        staysReady(false);
    }

    @Test
    @DisplayName(
            "W05 a discovery document of an issuer other than the configured one fails readiness, and the log names both")
    void failsForAnotherIssuer() {
        provider.announceIssuer("https://issuer.example");
        try (var log = new CapturedLog(DiscoveryDocuments.class.getName())) {
            given().get("/q/health/ready")
                    .then()
                    .statusCode(503)
                    .body("checks.find { it.name == 'OpenID provider' }.status", equalTo("DOWN"))
                    .body(REACHABLE, equalTo(true))
                    .body("checks.find { it.name == 'OpenID provider' }.data.rejected", equalTo("issuer"));

            assertThat(log.lines()).singleElement().asString().contains("https://issuer.example", provider.issuer());
        }
    }

    private static void staysReady(boolean reachable) {
        given().get("/q/health/ready").then().statusCode(200).body(REACHABLE, equalTo(reachable));
    }
}
