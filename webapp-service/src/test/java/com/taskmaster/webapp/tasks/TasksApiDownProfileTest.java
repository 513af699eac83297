package com.taskmaster.webapp.tasks;

import static com.taskmaster.webapp.Browser.location;
import static com.taskmaster.webapp.PlayedTasksApi.answeredAfter;
import static com.taskmaster.webapp.PlayedTasksApi.hangUp;
import static com.taskmaster.webapp.PlayedTasksApi.problem;
import static com.taskmaster.webapp.PlayedTasksApi.silence;
import static com.taskmaster.webapp.PlayedTasksApi.status;
import static com.taskmaster.webapp.PlayedTasksApi.together;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.sun.net.httpserver.HttpHandler;
import com.taskmaster.webapp.Browser;
import com.taskmaster.webapp.PlayedTasksApi;
import com.taskmaster.webapp.WithBackingProcesses;
import com.taskmaster.webapp.WithPlayedTasksApi;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.htmlunit.WebResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(WithPlayedTasksApi.class)
@WithBackingProcesses
class TasksApiDownProfileTest {

    private static final int CALLS_OF_A_PAGE = 2;
    private static final String COMPLETE = "/tasks/" + PlayedTasksApi.TASK + "/complete";

    /** Of any number of tasks, which the API does in parts. */
    private static final List<String> DELETIONS =
            List.of("/tasks/trash/empty", "/lists/" + PlayedTasksApi.TASK + "/delete");

    private final Browser browser = new Browser();

    PlayedTasksApi api;

    @BeforeEach
    void beginWithAClosedCircuit() {
        api.work();
        browser.signIn("alice", "/login");
        awaitTasks();
        IntStream.range(0, 4).forEach(tenCallsAreAllThatTheCircuitRemembers -> browser.get("/tasks"));
        api.forgetRequests();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    static Stream<Named<HttpHandler>> momentaryFailures() {
        return Stream.of(
                Named.of("a closed connection", hangUp()),
                Named.of("502", status(502)),
                Named.of("503", status(503)),
                Named.of("504", status(504)));
    }

    static Stream<Named<HttpHandler>> failures() {
        return Stream.concat(
                momentaryFailures(),
                Stream.of(
                        Named.of("silence", silence()),
                        Named.of("500", status(500)),
                        Named.of("503 with Retry-After", status(503, "Retry-After", "5")),
                        Named.of("503 of a proxy that wants a second", status(503, "Retry-After", "1")),
                        Named.of("no database", problem(503, "database-unavailable", 5))));
    }

    @ParameterizedTest(name = "a read that fails with {0} is retried, and the page is shown")
    @MethodSource("momentaryFailures")
    void repeatsReads(HttpHandler failure) {
        api.failWith(failure, failure);

        assertShowsTasks(browser.get("/tasks"));
        assertAsked(CALLS_OF_A_PAGE + 2);
    }

    @ParameterizedTest(name = "{0} makes all its requests in parallel, with the same token and in the same trace")
    @ValueSource(strings = {"/tasks", "/tasks/" + PlayedTasksApi.TASK})
    void asksAtTheSameTime(String page) {
        var together = together(CALLS_OF_A_PAGE);
        api.failWith(together, together);

        assertThat(browser.get(page).getStatusCode()).isEqualTo(200);
        assertAsked(CALLS_OF_A_PAGE);
        assertThat(api.requests())
                .extracting(PlayedTasksApi.Request::authorization)
                .allMatch(token -> token.startsWith("Bearer "))
                .containsOnly(api.requests().get(0).authorization());
        assertThat(api.requests())
                .extracting(request -> request.headers().getFirst("traceparent").split("-")[1])
                .containsOnly(
                        api.requests().get(0).headers().getFirst("traceparent").split("-")[1]);
    }

    @ParameterizedTest(name = "a change that fails with {0} is sent once, and reported as uncertain")
    @MethodSource("failures")
    void sendsChangesOnce(HttpHandler failure) {
        api.failWith(failure);
        assertUncertain(browser.post("/tasks"));

        api.failWith(failure);
        assertUncertain(browser.post(COMPLETE));

        assertThat(api.requests()).hasSize(2);
        assertThat(api.requests("POST", "/tasks")).hasSize(1);
        assertThat(api.requests("PATCH", "/tasks/" + PlayedTasksApi.TASK)).hasSize(1);
    }

    @Test
    void waitsForOneTimeoutAndNoMore() {
        api.failAlwaysWith(silence());

        assertSaysWhatIsMissing(browser.get("/tasks"));
        assertAsked(CALLS_OF_A_PAGE);
    }

    @Test
    void passesOnWhenTheApiWantsToBeAskedAgain() {
        api.failAlwaysWith(status(503, "Retry-After", "5"));

        var page = browser.get("/tasks");

        assertSaysWhatIsMissing(page);
        assertThat(page.getContentAsString()).contains("Wait 5 seconds, then try again.");
        assertThat(page.getResponseHeaderValue("Retry-After")).isEqualTo("5");
        assertAsked(CALLS_OF_A_PAGE);
    }

    @Test
    void offersTheSamePageAgain() {
        api.failAlwaysWith(status(500));

        assertThat(browser.get("/tasks?cursor=a%26b&x=%22").getContentAsString())
                .contains("href=\"/tasks?cursor=a%26b&amp;x=%22\"");
        assertThat(browser.get("//tasks").getContentAsString()).contains("href=\"/tasks\"");
    }

    static Stream<Named<HttpHandler>> failuresAndOverload() {
        return Stream.concat(failures(), Stream.of(Named.of("as much as there is room for", problem(503, "busy", 1))));
    }

    @ParameterizedTest(name = "after failures ({0}) the API is not called for a while, and again once it works")
    @MethodSource("failuresAndOverload")
    void opensTheCircuitAndClosesItAgain(HttpHandler failure) {
        api.failAlwaysWith(failure);
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            api.forgetRequests();
            assertSaysWhatIsMissing(browser.get("/tasks"));
            return api.requests().isEmpty();
        });

        await().atMost(Duration.ofMinutes(1)).until(() -> {
            api.forgetRequests();
            var page = browser.post("/tasks");
            return page.getContentAsString().contains("Your change is not saved yet")
                    && api.requests().isEmpty();
        });
        assertThat(browser.get("/").getStatusCode()).isEqualTo(200);
        assertThat(browser.isSignedIn()).isTrue();

        api.work();
        awaitTasks();
    }

    @Test
    void comesBackWithTheApi() {
        api.stopListening();
        try {
            assertUncertain(browser.post("/tasks"));
            assertSaysWhatIsMissing(browser.get("/tasks"));
            assertThat(browser.get("/").getStatusCode()).isEqualTo(200);
        } finally {
            api.listenAgain();
        }
        awaitTasks();
    }

    @ParameterizedTest(name = "{0} does not count as a failure of the API")
    @ValueSource(ints = {400, 404, 409, 412, 429})
    void doesNotCountRefusals(int status) {
        api.failAlwaysWith(status(status));
        IntStream.range(0, 12).forEach(moreOftenThanOpensTheCircuit -> browser.get("/tasks"));

        assertAsked(12 * CALLS_OF_A_PAGE);
        api.work();
        assertShowsTasks(browser.get("/tasks"));
    }

    @Test
    void doesNotCountThatOthersWereInTheWayAndSaysThatNothingWasChanged() {
        api.failAlwaysWith(problem(503, "contention", 1));
        IntStream.range(0, 12).forEach(moreOftenThanOpensTheCircuit -> {
            assertSaysWhatIsMissing(browser.get("/tasks"));

            var page = browser.post("/tasks");
            assertThat(page.getStatusCode()).isEqualTo(503);
            assertThat(page.getResponseHeaderValue("Retry-After")).isEqualTo("1");
            assertThat(page.getContentAsString()).contains("Your change was not made");
        });

        assertAsked(12 * (CALLS_OF_A_PAGE + 1));
        api.work();
        assertShowsTasks(browser.get("/tasks"));
    }

    @ParameterizedTest(name = "after {0}, the page says that the change was not made, and when to try again")
    @CsvSource({"busy, 1", "database-timeout, 5"})
    void saysThatNothingWasChangedWhereTheApiSaysSo(String type, int retryAfter) {
        api.failWith(problem(503, type, retryAfter));

        var page = browser.post("/tasks");

        assertThat(page.getStatusCode()).isEqualTo(503);
        assertThat(page.getResponseHeaderValue("Retry-After")).isEqualTo(String.valueOf(retryAfter));
        assertThat(page.getContentAsString()).contains("Your change was not made");
        assertAsked(1);
    }

    static Stream<Arguments> deletionsWithoutConfirmation() {
        var failures = Stream.concat(
                momentaryFailures(),
                Stream.of(
                        Named.of("500", status(500)),
                        Named.of("no database", problem(503, "database-unavailable", 5)),
                        Named.of("half of it done", problem(503, "partly-done", 5))));
        return failures.flatMap(failure -> DELETIONS.stream().map(deletion -> arguments(deletion, failure)));
    }

    @ParameterizedTest(name = "{0} that ends with {1} is sent once, and said to be unfinished, perhaps")
    @MethodSource("deletionsWithoutConfirmation")
    void saysThatADeletionMayBeUnfinished(String deletion, HttpHandler failure) {
        api.failWith(failure);

        var page = browser.post(deletion);

        assertThat(page.getStatusCode()).isEqualTo(503);
        assertThat(page.getContentAsString()).contains("This may not be finished", "href=\"/tasks\"");
        assertAsked(1);
    }

    @ParameterizedTest(name = "{0} that others were in the way of is said not to have been made")
    @FieldSource("DELETIONS")
    void saysThatNothingWasDeletedWhereTheApiSaysSo(String deletion) {
        api.failWith(problem(503, "contention", 1));

        assertThat(browser.post(deletion).getContentAsString()).contains("Your change was not made");
        assertAsked(1);
    }

    @ParameterizedTest(name = "{0} is waited for when others would have been given up")
    @FieldSource("DELETIONS")
    void waitsLongerForADeletion(String deletion) {
        var othersAreGivenUp = new CountDownLatch(1);
        api.failWith(answeredAfter(othersAreGivenUp));
        try (var second = browser.copy()) {
            var done = CompletableFuture.supplyAsync(() -> browser.post(deletion));
            await().until(() -> !api.requests("DELETE", "/").isEmpty());
            api.failWith(silence(), silence());
            assertSaysWhatIsMissing(second.get("/tasks"));
            othersAreGivenUp.countDown();

            assertThat(done.join().getStatusCode()).isEqualTo(303);
        }
    }

    @Test
    void explainsThatThereWereTooManyRequests() {
        api.failAlwaysWith(status(429, "Retry-After", "1"));

        for (var page : List.of(browser.get("/tasks"), browser.post("/tasks"))) {
            assertThat(page.getStatusCode()).isEqualTo(429);
            assertThat(page.getResponseHeaderValue("Retry-After")).isEqualTo("1");
            assertThat(page.getContentAsString())
                    .contains("Too many requests", "was not carried out", "Wait one second, then try again.");
        }
        assertAsked(CALLS_OF_A_PAGE + 1);
    }

    @ParameterizedTest(name = "W24 the access token is not sent to the target of a redirect ({0})")
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void followsNoRedirect(int status) {
        var elsewhere = new PlayedTasksApi();
        try {
            api.failAlwaysWith(status(status, "Location", elsewhere.address() + "/tasks"));

            assertSaysWhatIsMissing(browser.get("/tasks"));
            assertUncertain(browser.post("/tasks"));
            assertUncertain(browser.post(COMPLETE));
            assertThat(browser.get("/transfer/export/json").getStatusCode()).isEqualTo(503);
            browser.get(location(
                    browser.upload("/transfer/import", "tasks.csv", "title".getBytes(StandardCharsets.UTF_8))));

            assertThat(elsewhere.requests()).isEmpty();
            assertAsked(CALLS_OF_A_PAGE + 4);
            assertThat(api.requests())
                    .allSatisfy(request -> assertThat(request.authorization()).startsWith("Bearer "));
        } finally {
            elsewhere.stopListening();
        }
    }

    @ParameterizedTest(name = "W30 a script that sends {0} gets only the message")
    @CsvSource({"HX-Request, true", "Sec-Fetch-Mode, cors"})
    void answersScriptsWithTheMessageAlone(String header, String value) {
        api.failAlwaysWith(status(503, "Retry-After", "5"));

        given().cookie("q_session", browser.sessionCookie().getValue())
                .header(header, value)
                .get(Browser.WEBAPP + "/tasks")
                .then()
                .statusCode(503)
                .header("Retry-After", "5")
                .body(allOf(containsString("Your tasks cannot be reached"), not(containsString("<html"))));
    }

    private void assertAsked(int times) {
        assertThat(api.requests()).hasSize(times);
    }

    private void awaitTasks() {
        await().atMost(Duration.ofMinutes(1)).until(() -> browser.get("/tasks").getStatusCode() == 200);
    }

    private static void assertShowsTasks(WebResponse page) {
        assertThat(page.getStatusCode()).isEqualTo(200);
        assertThat(page.getContentAsString()).contains(PlayedTasksApi.TITLE);
    }

    private static void assertSaysWhatIsMissing(WebResponse page) {
        assertThat(page.getStatusCode()).isEqualTo(503);
        assertThat(page.getContentAsString()).contains("Your tasks cannot be reached", "href=\"/tasks\"");
    }

    private static void assertUncertain(WebResponse page) {
        assertThat(page.getStatusCode()).isEqualTo(503);
        assertThat(page.getContentAsString()).contains("Your change may not have been saved", "href=\"/tasks\"");
        assertThat(page.getResponseHeaderValue("Retry-After")).isNull();
    }
}
