package com.taskmaster.webapp.health;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.taskmaster.webapp.Browser;
import com.taskmaster.webapp.WithBackingProcesses;
import com.taskmaster.webapp.provider.EntraProfile;
import com.taskmaster.webapp.provider.TestProvider;
import com.taskmaster.webapp.provider.TestProviderResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(AnotherIssuerProfileTest.AtStart.class)
@WithBackingProcesses
class AnotherIssuerProfileTest {

    TestProvider provider;

    @Test
    @DisplayName(
            "W05 with a discovery document of another issuer nobody is redirected to it; the right one replaces it")
    void leadsNobodyToAnotherIssuer() {
        try (var browser = new Browser()) {
            assertThat(browser.get("/login").getStatusCode()).isEqualTo(503);
            assertThat(browser.get("/").getStatusCode()).isEqualTo(200);
            given().get("/q/health/ready")
                    .then()
                    .statusCode(503)
                    .body("checks.find { it.name == 'OpenID provider' }.data.rejected", equalTo("issuer"));
            assertThat(provider.authorizationRequests()).isEmpty();

            provider.reset();
            browser.signIn("alice", "/login");

            assertThat(browser.isSignedIn()).isTrue();
            given().get("/q/health/ready").then().statusCode(200);
        }
    }

    public static final class AtStart extends EntraProfile {

        @Override
        protected Map<String, String> arguments() {
            return Map.of(TestProviderResource.ISSUER, "https://issuer.example");
        }
    }
}
