package com.taskmaster.webapp.account;

import static com.taskmaster.webapp.Browser.location;
import static com.taskmaster.webapp.Browser.query;
import static com.taskmaster.webapp.provider.TestProvider.SCOPE_PREFIX;
import static org.assertj.core.api.Assertions.assertThat;

import com.taskmaster.webapp.Browser;
import com.taskmaster.webapp.WithBackingProcesses;
import com.taskmaster.webapp.provider.EntraProfile;
import com.taskmaster.webapp.provider.TestProvider;
import com.taskmaster.webapp.provider.TestTasksApi;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.HashMap;
import java.util.Map;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SignInFlowProfileTest.WithAConfiguredParameter.class)
@WithBackingProcesses
class SignInFlowProfileTest {

    private static final String READ = "openid profile offline_access " + SCOPE_PREFIX + "tasks.read";
    private static final String WRITE = READ + " " + SCOPE_PREFIX + "tasks.write";

    private static final Map<String, String> TASK =
            Map.of("form", "0193a3c1-55d2-7c3e-9d4f-6a1b2c3d4e5f", "title", "Water the plants");

    public static final class WithAConfiguredParameter extends EntraProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            var settings = new HashMap<>(super.getConfigOverrides());
            settings.put("quarkus.oidc.authentication.extra-params.prompt", "select_account");
            return settings;
        }
    }

    TestProvider provider;
    TestTasksApi tasksApi;

    private final Browser browser = new Browser();

    @AfterEach
    void reset() {
        provider.reset();
        tasksApi.work();
        browser.close();
    }

    @Test
    @DisplayName("the page shows the requested and the granted scope, each in its step, and configured parameters")
    void tellsWhatWasRequestedAndWhatWasGranted() {
        provider.alterTokenResponses(response -> response.put("scope", "openid offline_access"));
        browser.signIn("alice", "/login");

        assertThat(provider.authorizationRequests().get(0).parameters())
                .containsEntry("scope", READ)
                .containsEntry("prompt", "select_account");
        assertThat(signInPage())
                .contains(
                        "<dt><code>scope</code></dt><dd><code>" + READ + "</code> What is asked for",
                        "<dt><code>scope</code></dt><dd><code>openid offline_access</code> What was granted",
                        "<dt><code>prompt</code></dt><dd><code>select_account</code> Set by the operator")
                .containsOnlyOnce("<code>" + READ + "</code>");
    }

    @Test
    @DisplayName("without a scope in the token response, the granted scope is the requested one (RFC 6749 5.1)")
    void takesTheRequestedScopeForTheGrantedOne() {
        provider.alterTokenResponses(response -> response.remove("scope"));
        browser.signIn("alice", "/login");
        assertThat(signInPage()).contains("<code>" + READ + "</code> What was granted");

        complete(location(browser.get(location(browser.post("/tasks", TASK)))));

        assertThat(signInPage())
                .contains(
                        "<code>" + WRITE + "</code> What is asked for", "<code>" + WRITE + "</code> What was granted");
        assertThat(query(stepUp())).containsEntry("scope", WRITE);
    }

    @Test
    @DisplayName("another sign-in requests what was granted before, whatever the access token contains (RFC 9068 6)")
    void decidesNothingByTheAccessToken() {
        provider.alterTokenResponses(response -> response.remove("scope"));
        provider.alterAccessTokens(claims -> claims.setClaim("scope", "tasks.everything"));
        browser.signIn("alice", "/login");

        assertThat(signInPage()).contains("<code>tasks.everything</code>", "must not rely on the content");
        assertThat(query(stepUp())).containsEntry("scope", READ);
    }

    @Test
    @DisplayName("each of several sign-ins that were begun in one browser keeps its own parameters")
    void keepsTheParametersOfEachSignIn() {
        provider.alterIdTokens(
                claims -> claims.setClaim("auth_time", NumericDate.now().getValue()));
        browser.signIn("alice", "/login");
        var stepUp = stepUp();
        browser.get(location(browser.post("/tasks", TASK)));

        complete(stepUp);

        assertThat(signInPage())
                .contains(
                        "<code>" + READ + "</code> What is asked for",
                        "<dt><code>max_age</code></dt><dd><code>300</code>");
    }

    /** The authorization request for a fresh sign-in, which the API demands. */
    private String stepUp() {
        tasksApi.challenge("error=\"insufficient_user_authentication\", max_age=\"300\"");
        var request = location(browser.get(location(browser.get("/tasks"))));
        tasksApi.work();
        return request;
    }

    private void complete(String authorizationRequest) {
        browser.get(browser.authorize("alice", authorizationRequest));
    }

    private String signInPage() {
        return browser.get("/account/sessions").getContentAsString();
    }
}
