package com.taskmaster.webapp.trace;

import static com.taskmaster.webapp.Browser.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.taskmaster.backing.Spans;
import com.taskmaster.webapp.Browser;
import com.taskmaster.webapp.PlayedTasksApi;
import com.taskmaster.webapp.WithBackingProcesses;
import com.taskmaster.webapp.WithPlayedTasksApi;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(WithPlayedTasksApi.class)
@WithBackingProcesses
class TracesProfileTest {

    /** By their ids, the first is within the exported share, and the second is not. */
    private static final String EXPORTED = "4bf92f3577b34da60000000000000001";

    private static final String NOT_EXPORTED = "4bf92f3577b34da67fffffffffffffff";
    private static final String PARENT = "-00f067aa0ba902b7-";

    private final Browser browser = new Browser();

    Spans spans;
    PlayedTasksApi api;

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    @DisplayName("W06 spans contain no code, no state and no search terms")
    void holdNoQueries() {
        browser.setHeader("traceparent", "00-" + EXPORTED + PARENT + "00");
        var callback = browser.callbackFor("alice", "/login");
        browser.get(callback);
        browser.get("/tasks?q=surprise-party");
        browser.get(callback);
        browser.get("/last-of-all");

        await().until(() -> spans.text().contains("/last-of-all"));
        assertThat(spans.text())
                .contains("/callback", "/protocol/openid-connect/token", api.address() + "/tasks", "REDACTED")
                .doesNotContain(
                        query(callback).get("code"), query(callback).get("state"), "surprise-party", "exception")
                .doesNotContainPattern("eyJ[\\w-]+\\.");
    }

    @Test
    @DisplayName("A18 the caller does not decide which traces are exported; the Tasks API uses the caller's trace id")
    void exportsNothingBecauseACallerSaysSo() {
        browser.signIn("alice", "/login");
        browser.setHeader("traceparent", "00-" + NOT_EXPORTED + PARENT + "01");
        browser.get("/tasks");
        browser.setHeader("traceparent", "00-" + EXPORTED + PARENT + "00");
        browser.get("/after-that");

        await().until(() -> spans.text().contains("/after-that"));
        assertThat(spans.areOf(EXPORTED)).isTrue();
        assertThat(spans.areOf(NOT_EXPORTED)).isFalse();
        assertThat(api.requests())
                .extracting(request -> request.headers().getFirst("traceparent"))
                .anyMatch(parent -> parent.matches("00-" + NOT_EXPORTED + "-.{16}-00"));
    }
}
