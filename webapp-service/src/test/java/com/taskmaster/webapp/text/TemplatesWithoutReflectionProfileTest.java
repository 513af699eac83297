package com.taskmaster.webapp.text;

import static com.taskmaster.webapp.Browser.location;
import static com.taskmaster.webapp.PlayedTasksApi.TASK;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpHandler;
import com.taskmaster.webapp.Browser;
import com.taskmaster.webapp.PlayedTasksApi;
import com.taskmaster.webapp.WithBackingProcesses;
import com.taskmaster.webapp.WithPlayedTasksApi;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of tasks, with everything that a task can have: no value is read by reflection. */
@QuarkusTest
@TestProfile(WithPlayedTasksApi.class)
@WithBackingProcesses
class TemplatesWithoutReflectionProfileTest {

    private static final String INBOX = "01a1fdcf-af66-7d51-992e-000000000000";
    private static final String GARDEN = "01a1fdcf-af66-7d51-992e-000000000001";

    private static final String KITCHEN = "01a1fdcf-af66-7d51-992e-000000000002";

    private static final String LISTS = """
            [{"list": "%s", "name": "Inbox", "inbox": true, "position": -9, "version": 0, "open": 1},
             {"list": "%s", "name": "Garden", "color": "#1e88e5", "inbox": false, "position": 9, "version": 3, "open": 2},
             {"list": "%s", "name": "Kitchen", "inbox": false, "position": 20, "version": 0, "open": 0}]""".formatted(INBOX, GARDEN, KITCHEN);

    private static final String SUMMARY = """
            {"open": 3, "completed": 1, "trashed": 1, "overdue": 1, "today": 1, "upcoming": 1, "none": 1,
             "lists": %s, "tags": [{"tag": "green", "open": 2}]}""".formatted(LISTS);

    private static final String TASK_WITH_EVERYTHING = """
            {"id": "%s", "title": "Water the plants", "notes": "Not *too* much", "list": "%s", "priority": "high",
             "due": {"date": "2026-01-15", "time": "17:00", "zone": "Europe/Berlin"}, "tags": ["green", "home"],
             "checklist": [{"text": "Ferns", "done": true}, {"text": "Figs", "done": false}],
             "repeat": {"rule": "FREQ=WEEKLY;INTERVAL=3", "from": "completion"}, "position": 1.5, "completed": false,
             "createdAt": "2026-01-01T08:00:00Z", "changedAt": "2026-01-02T08:00:00Z", "version": 7}""".formatted(TASK, GARDEN);

    private static final String TASKS = "[" + variant("1", "1.5", "-1.5") + ", "
            + variant("2", "\"completed\": false", "\"completed\": true, \"completedAt\": \"2026-01-03T08:00:00Z\"")
            + ", "
            + variant("3", "\"completed\": false", "\"completed\": false, \"trashedAt\": \"2026-01-03T08:00:00Z\"")
            + ", " + variant("4", "2026-01-15", "2027-12-31") + "]";

    private static final String HISTORY = """
            [{"changedAt": "2026-01-02T08:00:00Z", "client": "taskmaster-webapp", "fields": [
               {"field": "priority", "from": "none", "to": "high"}, {"field": "completed", "from": true, "to": false},
               {"field": "list", "from": "%s", "to": "%s"}, {"field": "title", "from": null, "to": "Water"}]},
             {"changedAt": "2026-01-01T08:00:00Z", "fields": [{"field": "title", "from": "A", "to": "B"}]}]""".formatted(INBOX, GARDEN);

    private final Browser browser = new Browser();

    PlayedTasksApi api;

    @BeforeEach
    void signIn() {
        browser.signIn("alice", "/login");
        api.failAlwaysWith(
                exchange -> answer(exchange.getRequestURI().getPath()).handle(exchange));
    }

    @AfterEach
    void close() {
        api.work();
        browser.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tasks",
                "/tasks?view=today",
                "/tasks?view=upcoming",
                "/tasks?view=completed",
                "/tasks?view=trash",
                "/tasks?list=" + GARDEN,
                "/tasks?list=" + INBOX + "&sort=due",
                "/tasks?tag=green&q=water&priority=high",
                "/tasks?notice=saved",
                "/tasks/preview?title=Pay rent tomorrow 17:00 %23home @money !high every month",
                "/tasks/" + TASK,
                "/tasks/" + TASK + "/history"
            })
    void showsThePage(String path) {
        assertThat(browser.get(path.replace(" ", "%20")).getStatusCode()).isEqualTo(200);
        assertThat(browser.fetch(path.replace(" ", "%20")).getStatusCode()).isEqualTo(200);
    }

    @Test
    void tellsOfATaskWhatItHasBecome() {
        assertThat(browser.get("/tasks/" + TASK + "/history").getContentAsString())
                .contains("<li><strong>Created</strong></li>", "<li><strong>Reopened</strong></li>")
                .containsOnlyOnce("Created");
    }

    @ParameterizedTest(name = "{0}: a position between two others may be 0")
    @CsvSource({"/tasks, up-01a1fdcf", "/tasks?list=" + KITCHEN + ", list-up"})
    void offersThePlaceInTheMiddle(String path, String button) {
        assertThat(browser.get(path).getContentAsString())
                .containsPattern("<button [^>]*id=\"" + button + "[^>]*name=\"position\" value=\"0.0\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"complete", "delete"})
    void offersToUndo(String action) {
        var page = browser.get(location(browser.post("/tasks/" + TASK + "/" + action, Map.of("version", "7"))));

        assertThat(page.getContentAsString()).contains("name=\"undo\"");
    }

    @ParameterizedTest(name = "a change rejected because of {0}: {1}")
    @CsvSource({"title, 400", "version, 409", "id, 409"})
    void saysWhyAChangeIsRefused(String field, int status) {
        api.failWith(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
            var problem = "{\"errors\": [{\"field\": \"operations[0].%s\"}]}".formatted(field);
            exchange.sendResponseHeaders(400, problem.length());
            exchange.getResponseBody().write(problem.getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });

        var answer = browser.post("/tasks/" + TASK, form());

        assertThat(answer.getStatusCode()).isEqualTo(status);
    }

    @Test
    void givesBackWhatWasTypedIntoATaskThatIsGoneWhetherItCanBeReadOrNot() {
        api.failAlwaysWith(exchange -> {
            var path = exchange.getRequestURI().getPath();
            (path.equals("/tasks/" + TASK) ? PlayedTasksApi.status(404) : answer(path)).handle(exchange);
        });
        var form = form();
        form.put("date", "the day after");

        var answer = browser.post("/tasks/" + TASK, form);

        assertThat(answer.getStatusCode()).isEqualTo(409);
        assertThat(answer.getContentAsString())
                .contains("This task was deleted for good", "value=\"Water the ferns\"", "the day after");
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "", "   "})
    void saysWhatATaskNeeds(String title) {
        api.failWith(PlayedTasksApi.status(400));

        assertThat(browser.post("/tasks", Map.of("title", title)).getStatusCode())
                .isEqualTo(400);
    }

    private static Map<String, String> form() {
        var form = new HashMap<String, String>();
        form.put("version", "6");
        form.put("title", "Water the ferns");
        form.put("priority", "low");
        form.put("list", INBOX);
        form.put("zone", "UTC");
        form.put("step", "Ferns");
        form.put("from", "due");
        return form;
    }

    private static HttpHandler answer(String path) {
        return PlayedTasksApi.json(
                switch (path) {
                    case "/tasks/summary" -> SUMMARY;
                    case "/tasks" -> TASKS;
                    case "/tasks/" + TASK + "/history" -> HISTORY;
                    case "/tasks/bulk" -> "{\"results\": []}";
                    default -> TASK_WITH_EVERYTHING;
                });
    }

    private static String variant(String id, String what, String instead) {
        return TASK_WITH_EVERYTHING
                .replace(TASK, TASK.substring(0, TASK.length() - 1) + id)
                .replace(what, instead);
    }
}
