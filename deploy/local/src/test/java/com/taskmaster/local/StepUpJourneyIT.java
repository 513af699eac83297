package com.taskmaster.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext.ClearCookiesOptions;
import com.taskmaster.backing.ChildProcess;
import com.taskmaster.backing.KeycloakAdmin;
import com.taskmaster.backing.Port;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A Tasks API that requires a sign-in by password for sensitive operations: {@code acr} 1, as single sign-on has 0. */
class StepUpJourneyIT extends Journey {

    private static final String CLIENT = "taskmaster-webapp";

    private static ChildProcess tasksApi;
    private static WebAppInstance webapp;

    @BeforeAll
    static void start(Pair pair) {
        var port = Port.free("the Tasks API");
        var address = URI.create("http://localhost:" + port.number());
        tasksApi = PackagedService.of("Tasks API", Path.of("../../tasks-api-service"))
                .start(
                        "tasks-api-step-up",
                        port,
                        Map.of(
                                "QUARKUS_DATASOURCE_JDBC_URL", pair.database(),
                                "TASKMASTER_RESOURCE_IDENTIFIER", address.toString(),
                                "TASKMASTER_ACCESS_TOKEN_ISSUER", pair.issuer().toString(),
                                "TASKMASTER_STEP_UP_ACR_VALUES", "1"),
                        pair.log("tasks-api-step-up"));
        webapp = WebAppInstance.start(
                "webapp-step-up", pair, Map.of("QUARKUS_REST_CLIENT_TASKS_API_URL", address.toString()));
        new KeycloakAdmin(pair.keycloak()).setRedirectUris(CLIENT, callback(pair.webapp()), callback(webapp.address()));
    }

    @AfterAll
    static void stop(Pair pair) throws Exception {
        new KeycloakAdmin(pair.keycloak()).setRedirectUris(CLIENT, callback(pair.webapp()));
        for (var part : Arrays.asList(webapp, tasksApi)) {
            if (part != null) {
                part.close();
            }
        }
    }

    @Test
    @DisplayName(
            "W26 A16 after single sign-on, exporting everything asks for the password, and then downloads the file")
    void asksForTheSignInThatTheApiDemands() {
        signIn(page, "alice");
        addTask(page, "Keep this for the file");
        signInAgainWithoutAPassword();
        page.navigate(webapp.address() + "/transfer");

        page.getByText("Download JSON").click();
        page.locator("#password").fill("alice");
        var file = page.waitForDownload(() -> page.locator("#kc-login").click());

        assertThat(file.path()).content().contains("Keep this for the file");
        assertThat(page.getByText("Download JSON")).isVisible();
        assertThat(page.waitForDownload(() -> page.getByText("Download CSV").click())
                        .path())
                .as("now without a question")
                .content()
                .contains("Keep this for the file");
    }

    private void signInAgainWithoutAPassword() {
        page.context().clearCookies(new ClearCookiesOptions().setName("q_session"));
        page.navigate(webapp.address() + "/login");
        assertThat(page.locator("#board")).isVisible();
    }

    private static String callback(URI webapp) {
        return webapp + "/callback";
    }
}
