package com.taskmaster.webapp.board;

import static com.taskmaster.webapp.PlayedTasksApi.at;
import static com.taskmaster.webapp.PlayedTasksApi.json;
import static com.taskmaster.webapp.PlayedTasksApi.problem;
import static com.taskmaster.webapp.PlayedTasksApi.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.sun.net.httpserver.HttpHandler;
import com.taskmaster.webapp.Browser;
import com.taskmaster.webapp.PlayedTasksApi;
import com.taskmaster.webapp.WithBackingProcesses;
import com.taskmaster.webapp.WithPlayedTasksApi;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.htmlunit.WebResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The notices about successful and failed actions. */
@QuarkusTest
@TestProfile(WithPlayedTasksApi.class)
@WithBackingProcesses
class NoticesProfileTest {

    private static final int AT_ONCE = 500;
    private static final String LIST = "01a1fdcf-af66-7d51-992e-00000000000a";
    private static final Pattern HANDLE = Pattern.compile("name=\"undo\" value=\"([^\"]+)\"");

    private static final Pattern OPENED = Pattern.compile("name=\"opened\" value=\"([^\"]+)\"");

    private final Browser browser = new Browser();

    PlayedTasksApi api;

    @BeforeEach
    void signIn() {
        browser.signIn("alice", "/login");
        api.forgetRequests();
    }

    @AfterEach
    void close() {
        api.work();
        browser.close();
    }

    @ParameterizedTest(name = "{0}: moving a task, or deleting one permanently, shows: {3}")
    @CsvSource({
        "en, move, position=1, Moved",
        "de, move, position=1, Verschoben",
        "en, remove, none=0, Deleted for good",
        "de, remove, none=0, Endgültig gelöscht"
    })
    void tellsWhatWasDoneToOneTask(String language, String action, String field, String text) {
        browser.setHeader("Accept-Language", language);
        var pair = field.split("=");

        var done = browser.post(
                "/tasks/" + PlayedTasksApi.TASK + "/" + action,
                Map.of("version", "0", "here", "view=completed", pair[0], pair[1]));

        assertThat(shown(done)).contains("<p>" + text + "</p>").contains("value=\"view=completed\"");
    }

    @ParameterizedTest(name = "trying to {0} a task that was changed elsewhere shows a notice")
    @CsvSource({"move, position=1", "move, towards=up", "remove, none=0"})
    void tellsThatATaskWasChangedElsewhere(String action, String field) {
        var pair = field.split("=");
        var address = "/tasks/" + PlayedTasksApi.TASK;
        var method = action.equals("move") ? "PATCH" : "DELETE";
        api.failAlwaysWith(at(method, address, status(412)));
        if (pair[0].equals("towards")) {
            api.failWith(json("""
                    [{"id": "%2$s", "title": "Above", "list": "%1$s", "priority": "none", "tags": [], "checklist": [],
                      "position": 10, "completed": false, "version": 0},
                     {"id": "%1$s", "title": "Below", "list": "%1$s", "priority": "none", "tags": [], "checklist": [],
                      "position": 20, "completed": false, "version": 0}]""".formatted(PlayedTasksApi.TASK, new UUID(1, 1))));
        }

        var answer = browser.post(address + "/" + action, Map.of("version", "0", pair[0], pair[1]));

        assertThat(answer.getStatusCode()).isEqualTo(409);
        assertThat(answer.getContentAsString())
                .contains(PlayedTasksApi.TITLE + "” was changed elsewhere in the meantime");
    }

    @Test
    void asksWhereAChangeIsRefusedThatWasMadeUponTheNewestVersion() {
        var address = "/tasks/" + PlayedTasksApi.TASK;
        var opened = OPENED.matcher(browser.get(address).getContentAsString());
        assertThat(opened.find()).isTrue();
        api.failAlwaysWith(at("POST", "/tasks/bulk", status(409)));

        var answer = browser.post(
                address,
                Map.of(
                        "version",
                        "1",
                        "opened",
                        opened.group(1),
                        "title",
                        "Dig",
                        "zone",
                        "UTC",
                        "list",
                        LIST,
                        "priority",
                        "none"));

        assertThat(answer.getStatusCode()).isEqualTo(409);
        assertThat(answer.getContentAsString())
                .contains("This task was changed in the meantime")
                .contains("value=\"Dig\"");
        assertThat(api.requests("POST", "/tasks/bulk")).hasSize(2);
    }

    @Test
    void saysNothingWhereAMoveWasSentTwice() {
        var address = "/tasks/" + PlayedTasksApi.TASK;
        api.failAlwaysWith(at("PATCH", address, status(412)));

        assertThat(browser.post(address + "/move", Map.of("version", "0", "position", "0"))
                        .getStatusCode())
                .isEqualTo(303);
    }

    @ParameterizedTest(name = "{0}: if nothing is due today, the page mentions overdue tasks: {1}")
    @CsvSource({
        "en, 3 tasks are overdue, 'Time to catch up on what is overdue, or to plan your day.'",
        "de, 3 Aufgaben sind überfällig, 'Zeit, Überfälliges zu erledigen oder den Tag zu planen.'"
    })
    void tellsOfWhatIsOverdueWhereNothingIsDueToday(String language, String hint, String text) {
        browser.setHeader("Accept-Language", language);
        api.failAlwaysWith(exchange -> json(exchange.getRequestURI().getPath().equals("/tasks/summary")
                        ? "{\"open\": 3, \"overdue\": 3, \"tags\": [], \"lists\": []}"
                        : "[]")
                .handle(exchange));

        assertThat(browser.get("/tasks?view=today").getContentAsString())
                .contains("<a href=\"/tasks?view=overdue\">" + hint + "</a>", text);
        assertThat(browser.get("/tasks?view=upcoming").getContentAsString()).doesNotContain(hint, text);
    }

    @ParameterizedTest(name = "{0}: if the list of a new task cannot be created, the typed line stays, with the reason")
    @CsvSource({"en, List: It cannot be created: there can be at most 500", "de, Liste: Sie lässt sich nicht anlegen"})
    void saysThatThereIsRoomForNoMoreLists(String language, String text) {
        browser.setHeader("Accept-Language", language);
        api.failAlwaysWith(at("POST", "/lists", status(409)));

        var answer = browser.post("/tasks", Map.of("title", "Call Bob #new"));

        assertThat(answer.getStatusCode()).isEqualTo(400);
        assertThat(answer.getContentAsString()).contains(text).contains("value=\"Call Bob #new\"");
        assertThat(api.requests("POST", "/tasks")).isEmpty();
    }

    @ParameterizedTest(name = "a list rejected with {0} {1}: {2}")
    @CsvSource({
        "400, name-taken, There is already a list called “Garden”.",
        "400, control-characters, 'The name of a list must have 1 to 100 characters, on one line.'",
        "409, , 'There are already 500 lists, and there can be no more.'"
    })
    void saysWhyAListCannotBeMade(int status, String code, String text) {
        api.failAlwaysWith(at("POST", "/lists", refusedName(status, code)));

        var answer = browser.post("/lists", Map.of("name", "Garden"));

        assertThat(answer.getStatusCode()).isEqualTo(409);
        assertThat(answer.getContentAsString()).contains("<p>" + text + "</p>").contains("value=\"Garden\"");
    }

    private static HttpHandler refusedName(int status, String code) {
        return exchange -> {
            var problem = "{\"errors\": [{\"field\": \"name\", \"code\": \"%s\"}]}".formatted(code);
            exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
            exchange.sendResponseHeaders(status, problem.length());
            exchange.getResponseBody().write(problem.getBytes(StandardCharsets.UTF_8));
            exchange.close();
        };
    }

    @Test
    void saysThatAListIsDeletedWhoseFirstDeletionWasNotConfirmed() {
        var list = "/lists/" + LIST;
        api.failWith(status(504), status(404));
        var deletion = Map.of("version", "0", "tasks", "move");
        assertThat(browser.post(list + "/delete", deletion).getContentAsString())
                .contains("if anything is left, do the same again");

        assertThat(shown(browser.post(list + "/delete", deletion))).contains("<p>List deleted</p>");

        assertThat(api.requests("DELETE", list)).hasSize(2);
    }

    @Test
    void saysThatAnotherListWasNamedSoAtTheSameTime() {
        var list = "/lists/" + LIST;
        api.failAlwaysWith(at("PATCH", list, refusedName(400, "name-taken")));

        assertThat(browser.post(list, Map.of("version", "0", "name", "Garden")).getContentAsString())
                .contains("There is already a list called “Garden”.");
    }

    @ParameterizedTest(name = "if {0} finds nothing, the page offers to clear it")
    @ValueSource(strings = {"priority=high", "q=x", "view=today&tag=a"})
    void offersToClearWhatHidesTasks(String query) {
        api.failAlwaysWith(at("GET", "/tasks", json("[]")));

        assertThat(browser.get("/tasks?" + query).getContentAsString())
                .contains("Nothing found", "Clear search and filters");
    }

    @Test
    void usesAListThatSomebodyElseHasMadeMeanwhile() {
        var made = new AtomicBoolean();
        var lists = at("POST", "/lists", exchange -> {
            made.set(true);
            status(400).handle(exchange);
        });
        var summary = json("""
                {"tags": [], "lists": [{"list": "%s", "name": "new", "position": 0, "version": 0, "open": 0}]}""".formatted(LIST));
        api.failAlwaysWith(exchange -> (made.get() ? at("GET", "/tasks/summary", summary) : lists).handle(exchange));

        assertThat(browser.post("/tasks", Map.of("title", "Call Bob #new")).getStatusCode())
                .isEqualTo(303);

        assertThat(api.requests("POST", "/tasks")).singleElement().satisfies(request -> assertThat(
                        new String(request.body(), StandardCharsets.UTF_8))
                .contains(LIST));
    }

    @Test
    void leavesNoListBehindWhoseTaskIsRefused() {
        api.failAlwaysWith(at("POST", "/tasks", status(400)));

        assertThat(browser.post("/tasks", Map.of("title", "Call Bob #new")).getStatusCode())
                .isEqualTo(400);

        assertThat(api.requests("DELETE", "/lists/" + PlayedTasksApi.TASK + "?tasks=move"))
                .singleElement()
                .satisfies(
                        request -> assertThat(request.headers().get("If-Match")).containsExactly("\"0\""));
    }

    @Test
    void leavesAListAloneThatWasThereBefore() {
        api.failAlwaysWith(at("POST", "/tasks", status(400)));

        browser.post("/tasks", Map.of("title", "Call Bob #Inbox"));

        assertThat(api.requests("POST", "/lists")).isEmpty();
        assertThat(api.requests("DELETE", "/lists")).isEmpty();
    }

    @ParameterizedTest(name = "{0}: of {1} steps")
    @CsvSource({"en, 1, 0 of 1 step<", "en, 2, 0 of 2 steps<", "de, 1, 0 von 1 Schritt<", "de, 2, 0 von 2 Schritten<"})
    void countsSteps(String language, int steps, String text) {
        browser.setHeader("Accept-Language", language);
        var checklist = String.join(", ", Collections.nCopies(steps, "{\"text\": \"Dig\", \"done\": false}"));
        api.failAlwaysWith(exchange -> (exchange.getRequestURI().getPath().equals("/tasks/summary")
                        ? json("{\"tags\": [], \"lists\": []}")
                        : json("""
                                [{"id": "%1$s", "title": "Plant", "list": "%1$s", "priority": "none", "tags": [],
                                  "checklist": [%2$s], "position": 0, "completed": false, "version": 0}]""".formatted(PlayedTasksApi.TASK, checklist)))
                .handle(exchange));

        assertThat(browser.get("/tasks").getContentAsString()).contains(text);
    }

    @Test
    void tellsThatSeveralTasksWereDeletedForGood() {
        api.failWith(json("{\"results\": [{\"id\": \"%s\"}]}".formatted(PlayedTasksApi.TASK)));

        assertThat(shown(select("remove", List.of(PlayedTasksApi.TASK)))).contains("<p>Deleted for good</p>");
    }

    static Stream<Arguments> refusals() {
        var busy = "there was too much to do at once. It is still selected: try again in a moment.";
        return Stream.of(
                arguments("en", status(412), "it was changed in the meantime or cannot be changed like that."),
                arguments("en", status(429, "Retry-After", "1"), busy),
                arguments("en", problem(503, "contention", 1), busy),
                arguments("en", problem(503, "busy", 1), busy),
                arguments("de", status(412), "Sie wurde inzwischen geändert oder lässt sich so nicht ändern."),
                arguments("de", status(429, "Retry-After", "1"), "Es war zu viel auf einmal zu tun."));
    }

    @ParameterizedTest(name = "{index}, {0}: of many, the next are not done, because {2}")
    @MethodSource("refusals")
    void tellsWhatWasDoneToTheFirstOfManyWhereTheNextAreRefused(String language, HttpHandler refusal, String reason) {
        browser.setHeader("Accept-Language", language);
        var first = ids(AT_ONCE);
        api.failWith(json(completed(first)), refusal);

        var answer = select(
                "complete",
                Stream.concat(first.stream(), Stream.of(PlayedTasksApi.TASK)).toList());

        assertThat(answer.getStatusCode()).isEqualTo(409);
        var page = answer.getContentAsString();
        assertThat(page)
                .contains(
                        language.equals("en")
                                ? "500 tasks completed. 1 selected task stays as it was: " + reason
                                : "500 Aufgaben erledigt. 1 ausgewählte Aufgabe bleibt, wie sie war: " + reason)
                .contains("class=\"note done partial\"")
                .containsPattern("value=\"" + PlayedTasksApi.TASK + ":0:\" form=\"selected\" checked");
        api.forgetRequests();
        api.failWith(json(completed(first)));
        assertThat(shown(undo(page))).contains(language.equals("en") ? "<p>Undone</p>" : "<p>Rückgängig gemacht</p>");
        assertThat(operations(api.requests("POST", "/tasks/bulk").get(0)))
                .isEqualTo(first.stream().map(id -> id + " {completed=false}").toList());
    }

    @ParameterizedTest(name = "of many, only a part is changed, and then reading the tasks fails with {0}")
    @ValueSource(ints = {429, 500})
    void doesNotSayThatNothingWasDoneWhereTheTasksCannotBeReadAfterAPart(int status) {
        var first = ids(AT_ONCE);
        api.failWith(json(completed(first)), status(429, "Retry-After", "1"));
        api.failAlwaysWith(status(status));

        assertSaysThatItMayBeUnfinished(select("complete", ids(AT_ONCE + 1)));
    }

    @Test
    void doesNotSayThatNothingWasDoneWhereTheCircuitOpensAfterAPart() {
        await().untilAsserted(() -> {
            api.work();
            await().until(this::areTasksShown);
            api.failWith(exchange -> {
                openTheCircuit();
                json(completed(ids(AT_ONCE))).handle(exchange);
            });

            assertSaysThatItMayBeUnfinished(select("complete", ids(AT_ONCE + 1)));
        });
        api.work();
        await().until(this::areTasksShown);
    }

    private void openTheCircuit() {
        api.failAlwaysWith(status(500));
        try (var other = browser.copy()) {
            await().until(() -> {
                var before = api.requests().size();
                other.get("/tasks");
                return api.requests().size() == before;
            });
        }
    }

    private boolean areTasksShown() {
        return browser.get("/tasks").getStatusCode() == 200;
    }

    private static void assertSaysThatItMayBeUnfinished(WebResponse answer) {
        assertThat(answer.getStatusCode()).isEqualTo(503);
        assertThat(answer.getContentAsString())
                .contains("This may not be finished", "some may be done already")
                .doesNotContain("nothing was sent", "was not carried out");
    }

    @Test
    void offersNoUndoWhereEverythingWasAsItWasToBe() {
        api.failWith(
                json(completed(List.of(PlayedTasksApi.TASK)).replaceAll("\"changes\": \\[[^]]*]", "\"changes\": []")));

        assertThat(shown(select("complete", List.of(PlayedTasksApi.TASK))))
                .contains("Many” completed</p>")
                .doesNotContain("id=\"undo\"");
    }

    @Test
    void offersNoUndoWhereTheNextTaskHasGone() {
        var repeating = """
                {"id": "%1$s", "title": "Many", "list": "%1$s", "priority": "none", "tags": [], "checklist": [],
                 "repeat": {"rule": "FREQ=DAILY", "from": "due"}, "position": 0, "completed": false, "version": 1}""".formatted(PlayedTasksApi.TASK);
        api.failWith(json(repeating));
        var one = browser.post("/tasks/" + PlayedTasksApi.TASK + "/reopen", Map.of("version", "0"));
        assertThat(shown(one)).contains("Many” is open again</p>").doesNotContain("id=\"undo\"");

        api.failWith(json("""
                {"results": [{"id": "%s", "changes": [{"field": "completed", "from": true, "to": false}], "task": %s}]}""".formatted(PlayedTasksApi.TASK, repeating)));
        assertThat(shown(select("reopen", List.of(PlayedTasksApi.TASK))))
                .contains("Many” is open again</p>")
                .doesNotContain("id=\"undo\"");
    }

    @Test
    void offersNoUndoOfSeveralWhereOneOfThemRepeats() {
        var both = List.of(PlayedTasksApi.TASK, new UUID(1, 1).toString());
        api.failWith(json(completed(both)
                .replaceFirst("\"title\"", "\"repeat\": {\"rule\": \"FREQ=DAILY\", \"from\": \"due\"}, \"title\"")));

        assertThat(shown(select("reopen", both)))
                .contains("2 tasks are open again")
                .doesNotContain("id=\"undo\"");
    }

    @Test
    void keepsTheSelectionWhereEnterWasPressedAndNothingTyped() {
        var answer = select("typed", List.of(PlayedTasksApi.TASK));

        assertThat(answer.getStatusCode()).isEqualTo(200);
        assertThat(answer.getContentAsString())
                .containsPattern("value=\"" + PlayedTasksApi.TASK + ":0:\" form=\"selected\" checked");
        assertThat(api.requests("POST", "/tasks/bulk")).isEmpty();
    }

    @Test
    void movesATaskToTheDayThatWasPickedByTheClockOfThePerson() {
        api.failWith(json(completed(List.of(PlayedTasksApi.TASK))));

        browser.post(
                "/tasks/selected",
                Map.of(
                        "task",
                        PlayedTasksApi.TASK + ":0@18000@Europe/Berlin:",
                        "action",
                        "reschedule",
                        "due",
                        "2026-05-10"));

        assertThat(operations(api.requests("POST", "/tasks/bulk").get(0)))
                .containsExactly(PlayedTasksApi.TASK + " {due={date=2026-05-10, time=05:00:00, zone=Europe/Berlin}}");
    }

    @Test
    void saysThatATaskWasAddedBeforeWhoseWordsMeanAnotherTimeNow() {
        api.failWith(status(422));

        assertThat(shown(browser.post(
                        "/tasks",
                        Map.of(
                                "title",
                                "Call Bob in 30 minutes",
                                "form",
                                UUID.randomUUID().toString()))))
                .contains("It had already been added");
    }

    @Test
    void takesBackAfterATryThatMetSomethingElse() {
        var task = List.of(PlayedTasksApi.TASK);
        api.failWith(json(completed(task)));
        var page = shown(select("complete", task));

        api.failWith(problem(503, "contention", 1));
        assertThat(undo(page).getStatusCode()).isEqualTo(503);

        api.failWith(json(completed(task)));
        assertThat(shown(undo(page))).contains("<p>Undone</p>");
        assertThat(shown(undo(page))).contains("This can no longer be undone");
        assertThat(shown(browser.post("/undo", Map.of()))).contains("This can no longer be undone");
    }

    @Test
    void offersNoUndoOfWhatWasDeletedForGood() {
        var first = ids(AT_ONCE);
        api.failWith(json(completed(first)), status(412));

        var page = select("remove", ids(AT_ONCE + 2)).getContentAsString();

        assertThat(page)
                .contains("Deleted for good. 2 selected tasks stay as they were")
                .doesNotContain("id=\"undo\"");
    }

    @Test
    void tellsThatOnlyTheFirstOfManyWereTakenBack() {
        var page = completeMany(AT_ONCE + 1);
        assertThat(page).contains("501 tasks completed");

        api.failWith(json(completed(ids(AT_ONCE))), status(412));
        assertThat(shown(undo(page)))
                .contains("<p>Partly undone: at least one of the others has been changed again since")
                .doesNotContain("id=\"undo\"");
    }

    @ParameterizedTest(name = "{0}: of {1} tasks, the first are undone, and the rest once the API is no longer busy")
    @CsvSource({
        "en, 501, Partly undone: there was too much to do at once. 1 task is left: try again in a moment.",
        "en, 502, Partly undone: there was too much to do at once. 2 tasks are left: try again in a moment.",
        "de, 501, Zum Teil rückgängig gemacht: Es war zu viel auf einmal zu tun. 1 Aufgabe ist noch übrig: Versuch es",
        "de, 502, Zum Teil rückgängig gemacht: Es war zu viel auf einmal zu tun. 2 Aufgaben sind noch übrig: Versuch es"
    })
    void takesBackTheRestOfManyAfterTheApiWasBusy(String language, int count, String text) {
        browser.setHeader("Accept-Language", language);
        var page = completeMany(count);
        var left = ids(count).subList(AT_ONCE, count);

        api.failWith(json(completed(ids(AT_ONCE))), status(429, "Retry-After", "1"));
        assertThat(shown(undo(page))).contains("class=\"note partly_undone\"", "<p>" + text);
        api.forgetRequests();
        api.failWith(json(completed(left)));
        assertThat(shown(undo(page))).contains(language.equals("en") ? "<p>Undone</p>" : "<p>Rückgängig gemacht</p>");

        assertThat(operations(api.requests("POST", "/tasks/bulk").get(0)))
                .isEqualTo(left.stream().map(id -> id + " {completed=false}").toList());
    }

    /** @return the page that offers to undo it */
    private String completeMany(int count) {
        var all = ids(count);
        api.failWith(json(completed(all.subList(0, AT_ONCE))), json(completed(all.subList(AT_ONCE, count))));
        return shown(select("complete", all));
    }

    @ParameterizedTest(name = "{0}: a deleted list is reported as such")
    @CsvSource({"en, This list is gone", "de, Diese Liste gibt es nicht mehr"})
    void saysThatAListIsGone(String language, String text) {
        browser.setHeader("Accept-Language", language);

        var answer = browser.get("/tasks?list=" + UUID.randomUUID() + "&view=completed");

        assertThat(answer.getStatusCode()).isEqualTo(404);
        assertThat(answer.getContentAsString())
                .containsPattern(text + "\\s*</h1>")
                .contains("<a href=\"/tasks?view=completed\">")
                .doesNotContain("class=\"add\"")
                .doesNotContain("class=\"filter\"");
    }

    private WebResponse select(String action, List<String> tasks) {
        var fields = new ArrayList<Map.Entry<String, String>>();
        tasks.forEach(task -> fields.add(Map.entry("task", task + ":0:")));
        fields.add(Map.entry("action", action));
        return browser.post("/tasks/selected", fields);
    }

    private WebResponse undo(String page) {
        var handle = HANDLE.matcher(page);
        assertThat(handle.find()).isTrue();
        return browser.post("/undo", Map.of("undo", handle.group(1)));
    }

    /** The page that the response redirects to. */
    private String shown(WebResponse answer) {
        assertThat(answer.getStatusCode()).isEqualTo(303);
        return browser.get(answer.getResponseHeaderValue("Location")).getContentAsString();
    }

    private static List<String> ids(int count) {
        return LongStream.rangeClosed(1, count)
                .mapToObj(number -> new UUID(1, number).toString())
                .toList();
    }

    private static String completed(List<String> tasks) {
        return tasks.stream().map("""
                        {"id": "%1$s", "changes": [{"field": "completed", "from": false, "to": true}],
                         "task": {"id": "%1$s", "title": "Many", "list": "%1$s", "priority": "none", "tags": [],
                                  "checklist": [], "position": 0, "completed": true, "version": 1}}"""::formatted).collect(Collectors.joining(",", "{\"results\": [", "]}"));
    }

    private static List<String> operations(PlayedTasksApi.Request request) {
        List<Map<String, Object>> operations = JsonPath.from(new String(request.body(), StandardCharsets.UTF_8))
                .getList("operations");
        return operations.stream()
                .map(operation -> operation.get("id") + " " + operation.get("changes"))
                .toList();
    }
}
