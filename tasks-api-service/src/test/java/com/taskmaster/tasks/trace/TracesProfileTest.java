package com.taskmaster.tasks.trace;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.taskmaster.backing.Spans;
import com.taskmaster.tasks.TasksApi;
import com.taskmaster.tasks.TestTokens;
import com.taskmaster.tasks.WithBackingProcesses;
import com.taskmaster.tasks.WithOtherSettings;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(WithOtherSettings.class)
@WithBackingProcesses
class TracesProfileTest {

    /** By their ids, the first is within the exported share, and the second is not. */
    private static final String EXPORTED = "4bf92f3577b34da60000000000000001";

    private static final String NOT_EXPORTED = "4bf92f3577b34da67fffffffffffffff";
    private static final String PARENT = "-00f067aa0ba902b7-";

    Spans spans;

    @Test
    @DisplayName("A18 spans contain no search words, and no token that was refused or put into a URL")
    void holdNoQueries() {
        var token = TestTokens.of("alice", "tasks.read");
        traced(TasksApi.somebodyNew().request()).get("/tasks?q=surprise-party");
        traced(given()).get("/tasks?access_token=" + token);
        traced(given()).auth().oauth2(token + "x").get("/tasks");
        traced(given()).get("/last-of-all");

        await().until(() -> spans.text().contains("/last-of-all"));
        assertThat(spans.text())
                .contains("/tasks", "REDACTED")
                .doesNotContain("surprise-party", "exception")
                .doesNotContainPattern("eyJ[\\w-]+\\.");
    }

    @Test
    @DisplayName("A18 the caller does not decide which traces are exported")
    void exportsNothingBecauseACallerSaysSo() {
        given().header("traceparent", "00-" + NOT_EXPORTED + PARENT + "01").get("/tasks");
        traced(given()).get("/after-that");

        await().until(() -> spans.text().contains("/after-that"));
        assertThat(spans.areOf(EXPORTED)).isTrue();
        assertThat(spans.areOf(NOT_EXPORTED)).isFalse();
    }

    private static RequestSpecification traced(RequestSpecification request) {
        return request.header("traceparent", "00-" + EXPORTED + PARENT + "00");
    }
}
