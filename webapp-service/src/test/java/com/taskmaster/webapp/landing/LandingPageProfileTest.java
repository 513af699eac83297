package com.taskmaster.webapp.landing;

import static org.assertj.core.api.Assertions.assertThat;

import com.taskmaster.webapp.Browser;
import com.taskmaster.webapp.WithBackingProcesses;
import com.taskmaster.webapp.WithPlayedTasksApi;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Public pages show signed-in users the way to their tasks. */
@QuarkusTest
@TestProfile(WithPlayedTasksApi.class)
@WithBackingProcesses
class LandingPageProfileTest {

    private static final String BRAND_TO_TASKS = "class=\"brand\" href=\"/tasks\"";
    private static final String SIGN_IN = "href=\"/login\"";
    private static final String SIGN_OUT = "action=\"/logout\"";

    private final Browser browser = new Browser();

    @AfterEach
    void close() {
        browser.close();
    }

    @ParameterizedTest(name = "{0} links to the tasks, and offers to sign out")
    @ValueSource(strings = {"/", "/preferences"})
    void leadsToTheTasks(String path) {
        browser.signIn("alice", "/login");

        assertThat(browser.get(path).getContentAsString())
                .contains(BRAND_TO_TASKS, "<a class=\"who\" href=\"/tasks\">To your tasks</a>", SIGN_OUT)
                .doesNotContain(SIGN_IN);
    }

    @Test
    void offersASignInToEverybodyElse() {
        assertThat(browser.get("/").getContentAsString())
                .contains(SIGN_IN, "class=\"brand\" href=\"/\"")
                .doesNotContain("To your tasks", SIGN_OUT);
        assertThat(browser.get("/preferences").getContentAsString())
                .contains("class=\"brand\" href=\"/\"")
                .doesNotContain(SIGN_OUT);
    }
}
