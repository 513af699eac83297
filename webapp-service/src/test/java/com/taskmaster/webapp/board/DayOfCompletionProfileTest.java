package com.taskmaster.webapp.board;

import static org.assertj.core.api.Assertions.assertThat;

import com.taskmaster.webapp.Browser;
import com.taskmaster.webapp.PlayedTasksApi;
import com.taskmaster.webapp.WithBackingProcesses;
import com.taskmaster.webapp.WithPlayedTasksApi;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.Map;
import org.htmlunit.util.Cookie;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A task is completed on today's date in the user's time zone, from which the next date may be counted. */
@QuarkusTest
@TestProfile(WithPlayedTasksApi.class)
@WithBackingProcesses
class DayOfCompletionProfileTest {

    private static final String TASK = "/tasks/" + PlayedTasksApi.TASK;

    private final Browser browser = new Browser();

    PlayedTasksApi api;

    @BeforeEach
    void signInFarInTheEast() {
        browser.signIn("alice", "/login");
        browser.setCookie(new Cookie("localhost", "preference_zone", "Pacific/Kiritimati", "/", null, false));
        api.forgetRequests();
    }

    @AfterEach
    void close() {
        api.work();
        browser.close();
    }

    @Test
    void ofOneTask() {
        browser.post(TASK + "/complete", Map.of("version", "0"));

        assertToldTheZone("PATCH", TASK);
    }

    @Test
    void ofSeveralTasks() {
        api.failWith(PlayedTasksApi.json("{\"results\": []}"));
        browser.post("/tasks/selected", Map.of("task", PlayedTasksApi.TASK + ":0:", "action", "complete"));

        assertToldTheZone("POST", "/tasks/bulk");
    }

    private void assertToldTheZone(String method, String path) {
        assertThat(api.requests(method, path)).singleElement().satisfies(request -> assertThat(
                        URI.create(request.address()).getQuery())
                .isEqualTo("zone=Pacific/Kiritimati"));
    }
}
