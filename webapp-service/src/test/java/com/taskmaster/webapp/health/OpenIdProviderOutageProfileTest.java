package com.taskmaster.webapp.health;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import com.taskmaster.webapp.WithBackingProcesses;
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
class OpenIdProviderOutageProfileTest {

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
    @DisplayName("W29 a page that somebody has put in the provider's place is an outage, which takes no instance away")
    void takesAPageInItsPlaceForAnOutage() {
        provider.standBehindAnotherPage();
        staysReady(false);

        provider.reset();
        staysReady(true);
    }

    @Test
    @DisplayName("W29 a provider that is down or hangs takes no instance away")
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

    private static void staysReady(boolean reachable) {
        given().get("/q/health/ready").then().statusCode(200).body(REACHABLE, equalTo(reachable));
    }
}
