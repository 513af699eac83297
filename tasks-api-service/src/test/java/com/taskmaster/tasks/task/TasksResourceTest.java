package com.taskmaster.tasks.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.taskmaster.tasks.TasksApi;
import com.taskmaster.tasks.WithBackingServices;
import com.taskmaster.tasks.http.FieldCode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithBackingServices
class TasksResourceTest {

    private static final Random RANDOM = new Random(8);

    private final TasksApi alice = TasksApi.somebodyNew();
    private final TasksApi bob = TasksApi.somebodyNew();

    @Test
    void makesATaskOfATitleAlone() {
        alice.post("/tasks", Map.of("title", "  Water the plants "))
                .then()
                .statusCode(201)
                .header("Location", matchesPattern("/tasks/[0-9a-f-]{36}"))
                .header("ETag", equalTo("\"0\""))
                .body("title", equalTo("Water the plants"))
                .body("completed", equalTo(false))
                .body("priority", equalTo("none"))
                .body("tags", empty())
                .body("checklist", empty())
                .body("list", equalTo(inboxOf(alice)))
                .body("", not(hasKey("due")))
                .body("createdAt", notNullValue());
    }

    @Test
    void makesATaskOfEverythingThatOneCanSay() {
        var list = alice.createList("Garden");

        var location = alice.post("/tasks", """
                        {"title": "Water the plants", "notes": "The **big** ones", "list": "%s",
                         "due": {"date": "2026-12-24", "time": "17:00", "zone": "Europe/Berlin"},
                         "priority": "high", "tags": ["home", "green", "home"],
                         "checklist": [{"text": "Fill the can"}, {"text": "Pour", "done": true}],
                         "repeat": {"rule": "FREQ=WEEKLY", "from": "completion"}, "position": 12.5}""".formatted(list))
                .then()
                .statusCode(201)
                .extract()
                .header("Location");

        alice.get(location)
                .statusCode(200)
                .body("id", equalTo(location.substring(location.lastIndexOf('/') + 1)))
                .body("notes", equalTo("The **big** ones"))
                .body("list", equalTo(list))
                .body("due", equalTo(Map.of("date", "2026-12-24", "time", "17:00:00", "zone", "Europe/Berlin")))
                .body("priority", equalTo("high"))
                .body("tags", contains("home", "green"))
                .body("checklist.text", contains("Fill the can", "Pour"))
                .body("checklist.done", contains(false, true))
                .body("repeat", equalTo(Map.of("rule", "FREQ=WEEKLY", "from", "completion")))
                .body("position", equalTo(12.5f));
    }

    @Test
    void putsANewTaskAtTheTop() {
        List.of("first", "second", "third").forEach(alice::create);

        alice.get("/tasks").statusCode(200).body("title", contains("third", "second", "first"));
    }

    @Test
    void listsNothingForSomebodyNew() {
        alice.get("/tasks").statusCode(200).body("", empty());
    }

    @Test
    void completesAndReopens() {
        var id = alice.create("Water the plants");

        alice.change(id, Map.of("completed", true))
                .body("completed", equalTo(true))
                .body("completedAt", notNullValue());
        alice.get("/tasks").body("", empty());
        alice.get("/tasks?status=completed").body("id", contains(id));
        alice.change(id, Map.of("completed", false))
                .body("completed", equalTo(false))
                .body("completedAt", nullValue());
    }

    @Test
    @DisplayName("A11 a patch keeps what is absent, clears what is null, and merges objects")
    void mergesAPatch() {
        var id = alice.create(Map.of(
                "title",
                "Water the plants",
                "notes",
                "The big ones",
                "tags",
                List.of("home"),
                "due",
                Map.of("date", "2026-12-24", "time", "17:00", "zone", "Europe/Berlin")));

        alice.change(id, "{\"notes\": null, \"due\": {\"time\": null, \"zone\": null}}")
                .body("title", equalTo("Water the plants"))
                .body("", not(hasKey("notes")))
                .body("tags", contains("home"))
                .body("due", equalTo(Map.of("date", "2026-12-24")));
        alice.change(id, "{\"due\": null, \"tags\": null}")
                .body("", not(hasKey("due")))
                .body("tags", empty());
    }

    @Test
    @DisplayName("A11 a patch in another media type is rejected")
    void readsMergePatchesOnly() {
        var path = "/tasks/" + alice.create("Water the plants");

        alice.request()
                .contentType("application/json")
                .header("If-Match", alice.etag(path))
                .body("{}")
                .patch(path)
                .then()
                .statusCode(415);
    }

    @Test
    @DisplayName("A11 a title cannot be cleared")
    void refusesToClearTheTitle() {
        var path = "/tasks/" + alice.create("Water the plants");

        alice.patch(path, alice.etag(path), "{\"title\": null}")
                .then()
                .statusCode(400)
                .body("errors.field", contains("title"));
        alice.get(path).body("title", equalTo("Water the plants"));
    }

    @Test
    void aDeletedTaskIsInTheTrashAndCanBeRestored() {
        var id = alice.create("Water the plants");

        alice.delete("/tasks/" + id).statusCode(204);

        alice.get("/tasks").body("", empty());
        alice.get("/tasks?status=trashed").body("id", contains(id)).body("trashedAt", everyItem(notNullValue()));
        alice.change(id, Map.of("trashed", false));
        alice.get("/tasks").body("id", contains(id));
    }

    @Test
    void whatIsDeletedFromTheTrashIsGone() {
        var path = "/tasks/" + alice.create("Water the plants");
        alice.delete(path).statusCode(204);

        alice.delete(path).statusCode(204);

        alice.get(path).statusCode(404);
        alice.get(path + "/history").statusCode(404);
    }

    @Test
    @DisplayName("A06 another user's task is answered with 404, never 403, and is not changed")
    void hidesTasksOfAnotherOwner() {
        var path = "/tasks/" + alice.create("Water the plants");

        bob.get("/tasks").statusCode(200).body("", empty());
        bob.get(path).statusCode(404);
        bob.get(path + "/history").statusCode(404);
        bob.request().header("If-Match", "*").delete(path).then().statusCode(404);
        bob.patch(path, "*", Map.of("title", "Mine now")).then().statusCode(404);
        bob.post("/tasks/bulk", """
                        {"operations": [{"op": "delete", "id": "%s"}]}""".formatted(path.substring(7))).then().statusCode(400);
        alice.get(path)
                .statusCode(200)
                .body("title", equalTo("Water the plants"))
                .body("version", equalTo(0));
    }

    @Test
    @DisplayName("A06 another user's list cannot be used")
    void hidesListsOfAnotherOwner() {
        var list = alice.createList("Garden");

        bob.post("/tasks", Map.of("title", "Mine", "list", list))
                .then()
                .statusCode(400)
                .body("errors.field", contains("list"));
        bob.get("/lists/" + list).statusCode(404);
        bob.get("/tasks?list=" + list).statusCode(200).body("", empty());

        var id = bob.create("Mine");
        bob.patch("/tasks/" + id, "*", Map.of("list", list))
                .then()
                .statusCode(400)
                .body("errors.field", contains("list"));
        bob.post("/tasks/bulk", """
                        {"operations": [{"op": "create", "task": {"title": "Mine, too", "list": "%1$s"}},
                                        {"op": "change", "id": "%2$s", "changes": {"list": "%1$s"}}]}""".formatted(list, id))
                .then()
                .statusCode(400)
                .body("errors.field", contains("operations[0].list", "operations[1].list"));
        bob.patch("/lists/" + list, "*", Map.of("name", "Mine now")).then().statusCode(404);
        bob.request()
                .header("If-Match", "*")
                .delete("/lists/" + list + "?tasks=trash")
                .then()
                .statusCode(404);
        bob.request()
                .contentType("text/csv")
                .body("title,list\nMine as well,Garden\nNamed,%s\n".formatted(list))
                .post("/tasks/import")
                .then()
                .statusCode(200);

        alice.get("/tasks?list=" + list).body("", empty());
        alice.get("/lists/" + list).body("name", equalTo("Garden")).body("version", equalTo(0));
        bob.get("/tasks/" + id).body("list", equalTo(inboxOf(bob))).body("version", equalTo(0));
        bob.get("/lists").body("id", not(hasItem(list)));
    }

    @ParameterizedTest(name = "A07 a caller cannot set {0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "id | '0193a3c1-55d2-7c3e-9d4f-6a1b2c3d4e5f'",
                "owner | {'issuer': 'x', 'subject': 'bob'}",
                "accountId | 1",
                "createdAt | '2001-01-01T00:00:00Z'",
                "changedAt | '2001-01-01T00:00:00Z'",
                "completedAt | '2001-01-01T00:00:00Z'",
                "trashedAt | '2001-01-01T00:00:00Z'",
                "version | 99"
            })
    void refusesWhatIsTheServicesToSay(String field, String value) {
        var id = alice.create("Mine");
        var task = "{\"title\": \"Still mine\", \"%s\": %s}".formatted(field, value.replace('\'', '"'));

        for (var answer : List.of(alice.post("/tasks", task), alice.patch("/tasks/" + id, "*", task))) {
            answer.then().statusCode(400).body("errors.field", contains(field));
        }
        alice.post("/tasks/bulk", """
                        {"operations": [{"op": "create", "task": %s}]}""".formatted(task))
                .then()
                .statusCode(400)
                .body("errors.field", contains("operations[0].task." + field));
        alice.post("/tasks/bulk", """
                        {"operations": [{"op": "change", "id": "%s", "changes": %s}]}""".formatted(id, task))
                .then()
                .statusCode(400)
                .body("errors.field", contains("operations[0].changes." + field));

        alice.get("/tasks")
                .body("title", contains("Mine"))
                .body("id", contains(id))
                .body("createdAt", not(contains("2001-01-01T00:00:00Z")))
                .body("version", contains(0));
    }

    @ParameterizedTest(name = "A07 a caller cannot set {0} of a list")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "id | '0193a3c1-55d2-7c3e-9d4f-6a1b2c3d4e5f'",
                "owner | {'issuer': 'x', 'subject': 'bob'}",
                "accountId | 1",
                "inbox | true",
                "createdAt | '2001-01-01T00:00:00Z'",
                "changedAt | '2001-01-01T00:00:00Z'",
                "version | 99"
            })
    void refusesWhatIsTheServicesToSayOfAList(String field, String value) {
        var id = alice.createList("Garden");
        var list = "{\"name\": \"Balcony\", \"%s\": %s}".formatted(field, value.replace('\'', '"'));

        for (var answer : List.of(alice.post("/lists", list), alice.patch("/lists/" + id, "*", list))) {
            answer.then().statusCode(400).body("errors.field", contains(field));
        }

        alice.get("/lists").body("name", contains("Inbox", "Garden"));
        alice.get("/lists/" + id).body("version", equalTo(0)).body("inbox", equalTo(false));
    }

    @ParameterizedTest(name = "A07 an import cannot set {0} of a task")
    @ValueSource(strings = {"id", "owner", "accountId", "changedAt", "trashedAt", "version", "next", "importId"})
    void refusesWhatIsTheServicesToSayOfAnImport(String field) {
        alice.request()
                .contentType("application/json")
                .body("[{\"title\": \"Mine\", \"%s\": \"0193a3c1-55d2-7c3e-9d4f-6a1b2c3d4e5f\"}]".formatted(field))
                .post("/tasks/import")
                .then()
                .statusCode(400)
                .body("errors.message", contains("is not known"));
        alice.get("/tasks").body("", empty());
    }

    @ParameterizedTest(name = "the title {0}")
    @ValueSource(strings = {"\"\"", "\"   \"", "null", "\"a\\nb\"", "\"a\\u0000b\""})
    void refusesTitlesThatAreNotOneLine(String title) {
        refuses("title", "{\"title\": " + title + "}");
    }

    @Test
    @DisplayName("A17 texts of the maximum length are stored in any script, even as a single word")
    void keepsTheLongestTexts() {
        var task = Map.of(
                "title", han(500),
                "notes", "x".repeat(2_045),
                "tags", Stream.generate(() -> han(50)).limit(20).toList());

        alice.post("/tasks", task)
                .then()
                .statusCode(201)
                .body("title", equalTo(task.get("title")))
                .body("notes", equalTo(task.get("notes")))
                .body("tags", equalTo(task.get("tags")));
    }

    @Test
    void keepsEveryLineBreakOfNotesAsALineFeed() {
        var id = alice.create(Map.of("title", "x", "notes", "a\r\nb\rc\nd\r\n"));
        alice.get("/tasks/" + id).body("notes", equalTo("a\nb\nc\nd\n"));

        alice.change(id, Map.of("notes", "\r\n")).body("notes", equalTo("\n"));
        alice.create(Map.of("title", "x", "notes", "\r\n".repeat(20_000)));
    }

    @Test
    @DisplayName("A17 too long texts and too many entries are rejected, and nothing is stored")
    void limitsLengthsAndNumbers() {
        refuses("title", Map.of("title", "x".repeat(501)));
        refuses("notes", Map.of("title", "x", "notes", "x".repeat(20_001)));
        refuses("tags[0]", Map.of("title", "x", "tags", List.of("x".repeat(51))));
        refuses("tags", Map.of("title", "x", "tags", numbered(21)));
        refuses(
                "checklist",
                Map.of(
                        "title",
                        "x",
                        "checklist",
                        numbered(101).stream().map(text -> Map.of("text", text)).toList()));
        refuses("checklist[0].text", Map.of("title", "x", "checklist", List.of(Map.of("text", ""))));
    }

    @ParameterizedTest(name = "the due date {0}")
    @ValueSource(
            strings = {
                "{\"date\": \"2026-02-28\", \"time\": \"17:00\"}",
                "{\"date\": \"2026-02-28\", \"zone\": \"Europe/Berlin\"}",
                "{\"date\": \"2026-02-28\", \"time\": \"17:00\", \"zone\": \"Europe/Atlantis\"}",
                "{\"date\": \"2026-02-28\", \"time\": \"17:00\", \"zone\": \"+02:00\"}",
                "{\"date\": \"0001-01-01\"}",
                "{\"time\": \"17:00\", \"zone\": \"Europe/Berlin\"}"
            })
    void refusesDueDatesThatAreNone(String due) {
        alice.post("/tasks", "{\"title\": \"x\", \"due\": " + due + "}")
                .then()
                .statusCode(400)
                .body("errors.field", everyItem(startsWith("due")));
    }

    @ParameterizedTest(name = "the repeat rule {0}")
    @ValueSource(
            strings = {"", "sometimes", "FREQ=SECONDLY", "FREQ=HOURLY", "FREQ=DAILY;COUNT=x", "FREQ=DAILY;INTERVAL=0"})
    void refusesRulesThatAreNone(String rule) {
        refuses("repeat.rule", Map.of("title", "x", "repeat", Map.of("rule", rule)));
    }

    @Test
    @DisplayName("A17 a recurrence rule has at most 500 characters")
    void limitsTheLengthOfARule() {
        var rule = "FREQ=DAILY;INTERVAL=" + "0".repeat(479) + "1";
        assertThat(rule).hasSize(500);

        refuses("repeat.rule", Map.of("title", "x", "repeat", Map.of("rule", rule.replace("=0", "=00"))));
        alice.create(Map.of("title", "x", "repeat", Map.of("rule", rule)));
    }

    @Test
    @DisplayName("A17 a character counts once, whether Java stores it as one code unit or two")
    void countsCharactersAndNotTheirUnits() {
        refuses("title", Map.of("title", "🌱".repeat(501)));
        refuses("notes", Map.of("title", "x", "notes", "🌱".repeat(20_001)));
        refuses("tags[0]", Map.of("title", "x", "tags", List.of("🌱".repeat(51))));
        refuses("checklist[0].text", Map.of("title", "x", "checklist", List.of(Map.of("text", "🌱".repeat(501)))));
        var garden = "🌱".repeat(100);
        alice.create(Map.of(
                "title", "🌱".repeat(500),
                "notes", "🌱".repeat(20_000),
                "tags", List.of("🌱".repeat(50)),
                "checklist", List.of(Map.of("text", "🌱".repeat(500))),
                "list", alice.createList(garden)));

        alice.get("/tasks?q=a" + "🌱".repeat(499)).statusCode(200);
        alice.post("/lists", Map.of("name", garden + "🌱")).then().statusCode(400);
        alice.get("/tasks?q=a" + "🌱".repeat(500)).statusCode(400);
    }

    @Test
    void acceptsATitleOf500CharactersInAnyScript() {
        var title = "ß水🌱".repeat(125);

        alice.get("/tasks/" + alice.create(title)).body("title", equalTo(title));
    }

    static Stream<Arguments> brokenRules() {
        return Stream.of(
                arguments("title", " ", "title", "blank", null),
                arguments("title", "x".repeat(501), "title", "title-too-long", 500),
                arguments("title", "a\tb", "title", "control-characters", null),
                arguments("title", "a\0b", "title", "control-characters", null),
                arguments("notes", "x".repeat(20_001), "notes", "notes-too-long", 20_000),
                arguments("notes", "a\0b", "notes", "unicode", null),
                arguments("tags", numbered(21), "tags", "too-many-tags", 20),
                arguments("tags", List.of("home", "a,b"), "tags[1]", "tag", null),
                arguments("checklist", steps(101, "x"), "checklist", "too-many-steps", 100),
                arguments("checklist", steps(1, "x".repeat(501)), "checklist[0].text", "step-too-long", 500),
                arguments("due", Map.of("date", "1899-12-31"), "due.date", "year", null),
                arguments(
                        "due", Map.of("date", "2026-12-24", "time", "17:00", "zone", "Mars"), "due.zone", "zone", null),
                arguments("due", Map.of("date", "2026-12-24", "time", "17:00"), "due", "time-and-zone", null),
                arguments("repeat", Map.of("rule", "FREQ=HOURLY"), "repeat.rule", "rule", null),
                arguments(
                        "repeat",
                        Map.of("rule", "FREQ=DAILY;BYDAY=" + "MO,".repeat(200) + "TU"),
                        "repeat.rule",
                        "rule-too-long",
                        500),
                arguments("position", 2e15, "position", "out-of-range", null),
                arguments("list", "0193a3c1-55d2-7c3e-9d4f-6a1b2c3d4e5f", "list", "no-such-list", null));
    }

    @ParameterizedTest(name = "A09 {2} is refused with the code {3}")
    @MethodSource("brokenRules")
    void tellsWhyAFieldIsRefusedByACode(String name, Object value, String field, String code, Integer most) {
        var id = alice.create("x");
        var task = new HashMap<String, Object>(Map.of("title", "x"));
        task.put(name, value);
        var bulk = Map.of(
                "operations",
                List.of(Map.of("op", "create", "task", task), Map.of("op", "change", "id", id, "changes", task)));

        for (var answer : List.of(
                alice.post("/tasks", task), alice.patch("/tasks/" + id, "*", task), alice.post("/tasks/bulk", bulk))) {
            var error = "errors.find { it.field.endsWith('%s') && it.code == '%s' }".formatted(field, code);
            answer.then()
                    .statusCode(400)
                    .body(error + ".message", notNullValue())
                    .body(error + ".most", equalTo(most));
        }
    }

    static Stream<Arguments> brokenRulesOfLists() {
        return Stream.of(
                arguments(Map.of("name", "x".repeat(101)), "list-too-long", 100),
                arguments(Map.of("name", "x", "color", "red"), "color", null),
                arguments(Map.of("name", "Inbox"), "name-taken", null));
    }

    @ParameterizedTest(name = "A09 a list is refused with the code {1}")
    @MethodSource("brokenRulesOfLists")
    void tellsWhyAListIsRefusedByACode(Map<String, ?> list, String code, Integer most) {
        alice.post("/lists", list)
                .then()
                .statusCode(400)
                .body("errors.code", contains(code))
                .body("errors[0].most", equalTo(most));
    }

    @Test
    @DisplayName(
            "A09 each code of a field is tested above, and so is in the contract, with which responses are compared")
    void knowsARuleForEachCode() {
        assertThat(Stream.concat(
                        brokenRules().map(rule -> rule.get()[3]),
                        brokenRulesOfLists().map(rule -> rule.get()[1])))
                .containsAll(Stream.of(FieldCode.values()).map(FieldCode::code).toList());
    }

    @Test
    void keepsAPositionThatIsNotANumberOut() {
        refuses("position", "{\"title\": \"x\", \"position\": 1e999}");
    }

    @Test
    @DisplayName("A11 a task moved above the highest position can be changed, exported and imported like any other")
    void staysWithinThePositionsThatThereAre() {
        alice.create(Map.of("title", "highest", "position", -1e15));
        var above = alice.create("above");
        var inBulk = alice.post("/tasks/bulk", Map.of("operations", List.of(creation("one"), creation("another"))))
                .then()
                .statusCode(200)
                .extract()
                .<List<String>>path("results.id");

        Stream.concat(Stream.of(above), inBulk.stream())
                .forEach(id -> alice.change(id, Map.of("completed", true)).body("position", equalTo(-1e15f)));
        var moved = alice.create(Map.of("title", "moved", "position", 1));
        alice.change(moved, "{\"position\": null}").body("position", equalTo(-1e15f));
        bob.request()
                .contentType("application/json")
                .body(alice.request()
                        .accept("application/json")
                        .get("/tasks/export")
                        .asString())
                .post("/tasks/import")
                .then()
                .statusCode(200)
                .body("imported", equalTo(5));
    }

    private static Map<String, ?> creation(String title) {
        return Map.of("op", "create", "task", Map.of("title", title));
    }

    private void refuses(String field, Object task) {
        alice.post("/tasks", task)
                .then()
                .statusCode(400)
                .body("errors", everyItem(hasKey("message")))
                .body("errors.field", everyItem(equalTo(field)))
                .body("type", endsWith(":validation-failed"));
        alice.get("/tasks").body("", empty());
    }

    /** Random characters of three bytes each, which a database cannot compress. */
    private static String han(int length) {
        return RANDOM.ints(length, 0x4E00, 0x9FA5)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static List<Map<String, String>> steps(int count, String text) {
        return Collections.nCopies(count, Map.of("text", text));
    }

    private static List<String> numbered(int count) {
        return java.util.stream.IntStream.range(0, count)
                .mapToObj(Integer::toString)
                .toList();
    }

    private static String inboxOf(TasksApi user) {
        return user.get("/lists").statusCode(200).extract().path("find { it.inbox }.id");
    }
}
