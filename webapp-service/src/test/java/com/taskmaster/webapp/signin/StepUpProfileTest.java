package com.taskmaster.webapp.signin;

import static com.taskmaster.webapp.Browser.location;
import static com.taskmaster.webapp.Browser.query;
import static org.assertj.core.api.Assertions.assertThat;

import com.taskmaster.webapp.Browser;
import com.taskmaster.webapp.CapturedLog;
import com.taskmaster.webapp.WithBackingProcesses;
import com.taskmaster.webapp.provider.EntraProfile;
import com.taskmaster.webapp.provider.TestProvider;
import com.taskmaster.webapp.provider.TestTasksApi;
import com.taskmaster.webapp.session.SessionTable;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.htmlunit.WebResponse;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(StepUpProfileTest.WithConfiguredClaims.class)
@WithBackingProcesses
class StepUpProfileTest {

    private static final Duration MAX_AGE = Duration.ofMinutes(5);

    /** {@code quarkus.oidc.token.lifespan-grace}. */
    private static final Duration CLOCK_GRACE = Duration.ofSeconds(10);

    public static final class WithConfiguredClaims extends EntraProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            var settings = new HashMap<>(super.getConfigOverrides());
            settings.put("quarkus.oidc.authentication.extra-params.claims", """
                    {"access_token":{"xms_cc":{"values":["cp1"]}},"id_token":{"auth_time":{"essential":true}},"userinfo":{"picture":null}}""");
            return settings;
        }
    }

    TestProvider provider;
    TestTasksApi tasksApi;

    @Inject
    SessionTable table;

    private final Browser browser = new Browser();

    @BeforeEach
    void signIn() {
        table.clear();
        browser.signIn("alice", "/login");
    }

    @AfterEach
    void reset() {
        provider.reset();
        tasksApi.work();
        browser.close();
    }

    @ParameterizedTest(name = "W26 a sign-in after which the ID token {0} does not replace the session")
    @ValueSource(
            strings = {"has an older auth_time than demanded", "has no auth_time", "has another acr than demanded"})
    void keepsTheSessionIfTheDemandIsNotMet(String fault) {
        var before = browser.sessionCookie().getValue();
        provider.alterIdTokens(claims -> {
            authenticate(claims, Duration.ZERO, "gold");
            alter(claims, fault);
        });

        try (var log = new CapturedLog("audit")) {
            var page = stepUp();

            assertThat(page.getStatusCode()).isEqualTo(502);
            assertThat(page.getContentAsString()).contains("Signing in does not work at the moment");
            assertThat(log.lines()).singleElement().asString().contains("event=sign_in_fault");
        }
        assertThat(browser.sessionCookie().getValue()).isEqualTo(before);
        assertThat(table.rows()).hasSize(1);
        assertThat(browser.isSignedIn()).isTrue();
    }

    private static void alter(JwtClaims claims, String fault) {
        switch (fault) {
            case "has an older auth_time than demanded" ->
                authenticate(claims, MAX_AGE.plus(CLOCK_GRACE).plusSeconds(60), "gold");
            case "has no auth_time" -> claims.unsetClaim("auth_time");
            case "has another acr than demanded" -> claims.setClaim("acr", "bronze");
            default -> throw new IllegalArgumentException(fault);
        }
    }

    @ParameterizedTest(name = "W26 a sign-in with the demanded acr {0} replaces the session")
    @ValueSource(strings = {"gold", "silver"})
    void replacesTheSessionIfTheDemandIsMet(String acr) {
        provider.alterIdTokens(claims -> authenticate(claims, MAX_AGE.minusSeconds(60), acr));

        assertReplaced();
    }

    @Test
    @DisplayName("W26 an ID token need not have an acr, because the API decides by the access token")
    void replacesTheSessionWithoutAnAcr() {
        provider.alterIdTokens(claims -> authenticate(claims, Duration.ZERO, null));

        assertReplaced();
    }

    @Test
    @DisplayName("W26 a small difference of the clocks does not matter")
    void toleratesASmallDifferenceOfTheClocks() {
        provider.alterIdTokens(claims -> authenticate(claims, MAX_AGE.plusSeconds(5), "gold"));

        assertReplaced();
    }

    @Test
    @DisplayName("W27 claims that the API demands are requested in addition to the configured ones")
    void mergesDemandedAndConfiguredClaims() {
        tasksApi.challenge("error=\"insufficient_claims\", claims=\"" + base64("""
                {"access_token": {"acrs": {"essential": true, "value": "c1"}}, "id_token": {"email": null}}""") + "\"");
        var request = location(browser.get(location(browser.get("/tasks"))));
        tasksApi.work();

        var claims = new JsonObject(query(request).get("claims"));
        assertThat(claims).isEqualTo(new JsonObject("""
                {
                  "access_token": {
                    "xms_cc": {"values": ["cp1"]},
                    "acrs": {"essential": true, "value": "c1"}
                  },
                  "id_token": {"auth_time": {"essential": true}, "email": null},
                  "userinfo": {"picture": null}
                }"""));
        browser.get(browser.authorize("alice", request));
        assertThat(browser.get("/account/sessions").getContentAsString()).contains("cp1", "acrs");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void authenticate(JwtClaims claims, Duration ago, String acr) {
        claims.setClaim("auth_time", Instant.now().minus(ago).getEpochSecond());
        if (acr != null) {
            claims.setClaim("acr", acr);
        }
    }

    private void assertReplaced() {
        var before = browser.sessionCookie().getValue();

        assertThat(stepUp().getStatusCode()).isEqualTo(302);

        assertThat(browser.sessionCookie().getValue()).isNotEqualTo(before);
        assertThat(table.rows()).hasSize(1);
        assertThat(browser.isSignedIn()).isTrue();
    }

    /** The response to the callback after the API has demanded a fresh and strong sign-in. */
    private WebResponse stepUp() {
        tasksApi.challenge("error=\"insufficient_user_authentication\", max_age=\"" + MAX_AGE.toSeconds()
                + "\", acr_values=\"gold silver\"");
        var request = location(browser.get(location(browser.get("/tasks"))));
        tasksApi.work();
        assertThat(query(request)).containsEntry("acr_values", "gold silver").containsKey("max_age");
        return browser.get(browser.authorize("alice", request));
    }
}
