package com.taskmaster.webapp.resume;

import static com.taskmaster.webapp.Browser.location;
import static com.taskmaster.webapp.Browser.query;
import static com.taskmaster.webapp.PlayedTasksApi.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.taskmaster.webapp.Browser;
import com.taskmaster.webapp.PlayedTasksApi;
import com.taskmaster.webapp.WithBackingProcesses;
import com.taskmaster.webapp.WithPlayedTasksApi;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(WithPlayedTasksApi.class)
@WithBackingProcesses
class UnmetDemandProfileTest {

    private static final String CLAIMS = "{\"access_token\":{\"acrs\":{\"essential\":true,\"value\":\"c1\"}}}";

    private final Browser browser = new Browser();

    PlayedTasksApi api;

    @BeforeEach
    void signIn() {
        api.work();
        browser.signIn("alice", "/login");
    }

    @AfterEach
    void close() {
        api.work();
        browser.close();
    }

    @Test
    @DisplayName("W27 if the API still demands claims after they were requested, that ends on a page, not in a loop")
    void asksForClaimsOnce() {
        api.failAlwaysWith(status(
                401,
                "WWW-Authenticate",
                "Bearer error=\"insufficient_claims\", claims=\""
                        + Base64.getEncoder().encodeToString(CLAIMS.getBytes(StandardCharsets.UTF_8)) + "\""));

        var request = location(browser.get(location(browser.get("/tasks"))));
        assertThat(query(request)).containsEntry("claims", CLAIMS);
        var resumed = location(browser.get(location(browser.get(browser.authorize("alice", request)))));
        var page = browser.get(resumed);

        assertThat(page.getStatusCode()).isEqualTo(401);
        assertThat(page.getResponseHeaderValue("WWW-Authenticate"))
                .as("a challenge of the web app, not of the API")
                .isEqualTo("Session realm=\"TaskMaster Pro\"");
        assertThat(location(page)).isNull();
        assertThat(page.getContentAsString()).contains("Sign out");
    }
}
