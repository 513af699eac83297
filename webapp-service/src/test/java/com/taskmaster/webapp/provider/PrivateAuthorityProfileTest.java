package com.taskmaster.webapp.provider;

import static com.taskmaster.webapp.Browser.location;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.taskmaster.webapp.Browser;
import com.taskmaster.webapp.WithBackingProcesses;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ClusterProfile.class)
@WithBackingProcesses
class PrivateAuthorityProfileTest {

    private final Browser browser = new Browser();

    TestProvider provider;

    @AfterEach
    void reset() {
        provider.reset();
        browser.close();
    }

    @Test
    void isTrustedForSignIn() {
        browser.signIn("alice", "/login");

        assertThat(browser.isSignedIn()).isTrue();
        assertThat(location(browser.post("/logout"))).startsWith("https://localhost:");
    }

    @Test
    void isTrustedForReadiness() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'OpenID provider' }.data.reachable", equalTo(true));
    }
}
