package com.taskmaster.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Failures behind the web app: each kind of error page, and whether it is accessible. */
class TroubleJourneyIT extends Journey {

    private static final String INSTANCE = "webapp-troubled";
    private static final Way WAY = Way.GERMAN;
    private static final String TASK = "Reifen wechseln";

    private static TroubledTasksApi api;
    private static WebAppInstance webapp;

    /** Also has no end-session endpoint configured. */
    @BeforeAll
    static void start(Pair pair) throws IOException {
        api = new TroubledTasksApi(pair.tasksApi());
        webapp = WebAppInstance.start(
                INSTANCE,
                pair,
                Map.of(
                        "QUARKUS_REST_CLIENT_TASKS_API_URL",
                        api.address(),
                        "QUARKUS_DATASOURCE_JDBC_URL",
                        pair.webappDatabase() + "?ApplicationName=" + INSTANCE,
                        "QUARKUS_OIDC_LOGOUT_PATH",
                        ""));
    }

    @AfterAll
    static void stop() {
        if (webapp != null) {
            webapp.close();
        }
        api.close();
    }

    /** The instance shares the sessions, and browsers share cookies between ports. */
    @BeforeEach
    void signInWithATask() {
        page = newPerson(WAY.browser());
        signInAlone();
        page.getByLabel(WAY.text("task:newTask")).fill(TASK);
        button(page, WAY.text("task:add")).click();
        button(page, "Yes").click();
        task(page, TASK).waitFor();
        api.work();
        page.waitForCondition(this::isTheApiAskedAgain);
    }

    /** Whether the circuit breaker, which stays open for some seconds after failures, has closed. */
    private boolean isTheApiAskedAgain() {
        open("/tasks");
        return page.locator("#board").isVisible();
    }

    @Test
    @DisplayName("W28 each kind of failure or rejection by the Tasks API has its own page, which says how to continue")
    void saysWhatTheTasksApiDoes() {
        api.tellOfContention();
        open("/tasks");
        lookAt("TASKS_UNAVAILABLE");
        api.answer(429, "");
        open("/tasks");
        lookAt("TOO_MANY_REQUESTS");
        api.answer(403, "");
        open("/tasks");
        lookAt("TASKS_FORBIDDEN");
        api.answer(401, "");
        open("/tasks");
        lookAt("SIGN_IN_REFUSED");
        api.answer(200, "null");
        open("/tasks");
        lookAt("UNEXPECTED");

        api.work();
        open("/tasks");
        api.answer(429, "");
        page.getByLabel(WAY.text("task:completeNamed", TASK)).click();
        assertThat(page.locator("#problem strong")).hasText(WAY.text("msg:errorTitle_$TOO_MANY_REQUESTS"));
        assertThat(page.getByLabel(WAY.text("task:completeNamed", TASK))).isVisible();
        look("error-fragment");

        api.work();
        open("/transfer");
        page.getByLabel(WAY.text("transfer:file"))
                .setInputFiles(new FilePayload("tasks.csv", "text/csv", "title\nÖl".getBytes(StandardCharsets.UTF_8)));
        button(page, WAY.text("transfer:look")).click();
        page.locator(".actions .primary").waitFor();
        api.hangUp();
        page.locator(".actions .primary").click();
        assertThat(page.locator("h1")).hasText(WAY.text("transfer:unansweredTitle"));
        look("transfer-unanswered");

        api.work();
        open("/tasks");
        open(task(page, TASK).locator(".title").getAttribute("href"));
        var second = samePageAgain();
        var third = samePageAgain();
        api.tellOfContention();
        button(page, WAY.text("task:save")).click();
        lookAt("CHANGE_NOT_MADE");
        page = second;
        api.hangUp();
        button(page, WAY.text("task:save")).click();
        lookAt("CHANGE_UNCERTAIN");
        page = third;
        untilTheApiIsLeftAlone();
        button(page, WAY.text("task:save")).click();
        lookAt("CHANGE_NOT_SENT");

        api.work();
        page.waitForCondition(this::isTheApiAskedAgain);
        open(task(page, TASK).locator(".title").getAttribute("href"));
        button(page, WAY.text("task:delete")).click();
        open("/tasks?view=trash");
        page.locator(".empty-trash summary").click();
        api.hangUp();
        button(page, WAY.text("task:emptyTrashSure")).click();
        lookAt("CHANGE_UNFINISHED");
    }

    @Test
    @DisplayName(
            "W28 W29 a database outage, a form of another site, and a sign-out that is local only have their own pages")
    void saysWhatIsWrongWithTheSignIn() {
        open("/tasks?cursor=never-given");
        lookAt("BAD_REQUEST");
        page.navigate(
                "data:text/html,<form method=post action=" + webapp.address() + "/preferences><button>Go</button>");
        button(page, "Go").click();
        lookAt("OTHER_ORIGIN");

        open("/account/sessions");
        withoutADatabase(() -> {
            button(page, WAY.text("msg:signOut")).click();
            lookAt("SIGN_OUT_UNFINISHED");
        });

        page.navigate(pair.webapp() + "/login");
        page.locator("#board").waitFor();
        withoutADatabase(() -> {
            open("/account/sessions");
            lookAt("SESSIONS_UNAVAILABLE");
        });

        open("/account/sessions");
        button(page, WAY.text("msg:signOut")).click();
        assertThat(page.locator("h1")).hasText(WAY.text("msg:signedOutHereTitle"));
        look("signed-out-here");
    }

    private void withoutADatabase(Runnable actions) {
        new SessionRows(pair.webappDatabase()).refuseConnections(INSTANCE, actions);
    }

    private Page samePageAgain() {
        var again = page.context().newPage();
        again.navigate(page.url());
        return again;
    }

    private void open(String path) {
        page.navigate(webapp.address() + path);
    }

    private void lookAt(String kind) {
        assertThat(page.locator("h1")).hasText(WAY.text("msg:errorTitle_$" + kind));
        look("error-" + kind);
    }

    /** Opens the circuit breaker, by several failures in a row. */
    private void untilTheApiIsLeftAlone() {
        for (var time = 0; time < 10; time++) {
            page.request().get(webapp.address() + "/tasks");
        }
    }
}
