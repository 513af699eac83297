package com.taskmaster.tasks.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.blankString;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.taskmaster.tasks.TasksApi;
import com.taskmaster.tasks.WithBackingServices;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Export and import through the API. */
@QuarkusTest
@WithBackingServices
class TransferTest {

    private static final String CSV = "text/csv";

    private final TasksApi alice = TasksApi.somebodyNew();
    private final TasksApi bob = TasksApi.somebodyNew();
    private final String key = UUID.randomUUID().toString();

    private ValidatableResponse bringIn(TasksApi user, String mediaType, String query, String file) {
        return user.request()
                .contentType(mediaType + ";charset=UTF-8")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/tasks/import" + query)
                .then();
    }

    private ValidatableResponse bringInWithKey(TasksApi user, String query, String file) {
        return user.request()
                .header("Idempotency-Key", key)
                .contentType(CSV)
                .body(file)
                .post("/tasks/import" + query)
                .then();
    }

    private static ValidatableResponse undo(TasksApi user, String id) {
        return user.request().delete("/tasks/imports/" + id).then();
    }

    private static String export(TasksApi user, String mediaType) {
        return user.request()
                .accept(mediaType)
                .get("/tasks/export")
                .then()
                .statusCode(200)
                .contentType(containsString(mediaType))
                .header("Content-Disposition", containsString("attachment"))
                .extract()
                .asString();
    }

    @ParameterizedTest(name = "tasks exported as {0} from one account are the same after an import into another")
    @ValueSource(strings = {"application/json", "text/csv", "text/calendar"})
    void roundTripLosesNothing(String mediaType) {
        var garden = alice.createList("Garden, \"big\"; ü");
        alice.create("=HYPERLINK(\"https://evil.example\")");
        alice.create(Map.of(
                "title",
                "'-1 🌱 \\, ;",
                "notes",
                "# Notes\r\n\n- one, \"two\"\r- three; four \\n\r\n",
                "list",
                garden,
                "due",
                Map.of("date", "2026-12-24", "time", "17:00:30", "zone", "Europe/Berlin"),
                "priority",
                "high",
                "tags",
                List.of("home", "it's; odd"),
                "checklist",
                List.of(Map.of("text", "[x] not a mark", "done", false), Map.of("text", "done", "done", true)),
                "repeat",
                Map.of("rule", "FREQ=DAILY;COUNT=2147483647", "from", "completion"),
                "position",
                -12.5));
        var done = alice.create(Map.of("title", "done", "due", Map.of("date", "2026-01-01")));
        alice.change(done, Map.of("completed", true));
        alice.delete("/tasks/" + alice.create("in the trash"));
        var file = export(alice, mediaType);

        bringIn(bob, mediaType, "", file)
                .statusCode(200)
                .body("imported", equalTo(3))
                .body("refused", equalTo(0));

        assertThat(export(bob, "application/json").lines().sorted())
                .containsExactlyElementsOf(
                        export(alice, "application/json").lines().sorted().toList());
        bob.get("/tasks?status=completed").body("title", contains("done"));
        bob.get("/lists").body("name", containsInAnyOrder("Inbox", "Garden, \"big\"; ü"));
    }

    @Test
    void keepsFormulasFromSpreadsheetsThatPartCellsAtSemicolons() {
        alice.create(Map.of("title", "Rent;=1+1", "notes", "a\n=1+1", "checklist", List.of(Map.of("text", "b;@A1"))));
        var file = export(alice, CSV);

        assertThat(file).contains("Rent;'=1+1", "a\n'=1+1", "b;'@A1");
        bringIn(bob, CSV, "", file).statusCode(200);
        bob.get("/tasks")
                .body("title", contains("Rent;=1+1"))
                .body("[0].notes", equalTo("a\n=1+1"))
                .body("[0].checklist.text", contains("b;@A1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/csv", "text/calendar"})
    void compressesFiles(String mediaType) {
        alice.create(Map.of("title", "same", "notes", "same ".repeat(1_000)));

        alice.request()
                .accept(mediaType)
                .header("Accept-Encoding", "gzip")
                .get("/tasks/export")
                .then()
                .statusCode(200)
                .header("Content-Encoding", equalTo("gzip"))
                .body(containsString("same same"));
    }

    @Test
    void exportsWhatIsMoreThanOnePart() {
        var rows =
                IntStream.range(0, 1_234).mapToObj(i -> "task " + i).collect(Collectors.joining("\n", "title\n", "\n"));

        bringIn(alice, CSV, "", rows).statusCode(200).body("imported", equalTo(1_234));

        assertThat(export(alice, CSV).lines()).hasSize(1_235);
        alice.get("/tasks?limit=3").body("title", contains("task 0", "task 1", "task 2"));
    }

    @Test
    void isAllOrNothingAndNamesEachRefusedLine() {
        bringIn(alice, CSV, "", "title,due_date\r\ngood,2026-12-24\r\n,\r\nbad,tomorrow\r\n")
                .statusCode(400)
                .body("errors.field", contains("line 3: title", "line 4: due_date"))
                .body("errors.code", contains("blank", "date"));

        alice.get("/tasks").body("", empty());
    }

    @Test
    void importsWhatCanBeHadIfAsked() {
        bringIn(alice, CSV, "?partial=true", "title,due_date\r\ngood,2026-12-24\r\n,\r\nbad,tomorrow\r\n")
                .statusCode(200)
                .body("imported", equalTo(1))
                .body("refused", equalTo(2))
                .body("refusals.line", contains(3, 4));

        alice.get("/tasks").body("title", contains("good"));
    }

    @Test
    void saysWhyALineIsRefusedByACodeBesideTheWords() {
        var rows = Map.ofEntries(
                Map.entry("{}", "blank"),
                Map.entry("{'title': 't*501'}", "title-too-long"),
                Map.entry("{'title': 'x', 'notes': 't*20001'}", "notes-too-long"),
                Map.entry("{'title': 'x', 'list': 't*101'}", "list-too-long"),
                Map.entry("{'title': 'x', 'list': ' '}", "blank"),
                Map.entry("{'title': 'x', 'checklist': [{'text': 't*501'}]}", "step-too-long"),
                Map.entry(
                        "{'title': 'x', 'checklist': [" + "{'text': 'x'},".repeat(100) + "{'text': 'x'}]}",
                        "too-many-steps"),
                Map.entry("{'title': 'x', 'tags': [" + tags(21) + "]}", "too-many-tags"),
                Map.entry("{'title': 'x', 'tags': ['a,b']}", "tag"),
                Map.entry("{'title': 'a\\tb'}", "control-characters"),
                Map.entry("{'title': '\\ud800'}", "unicode"),
                Map.entry("{'title': 'x', 'due': {'date': '1899-12-31'}}", "year"),
                Map.entry("{'title': 'x', 'createdAt': '1899-12-31T00:00:00Z'}", "year"),
                Map.entry(
                        "{'title': 'x', 'due': {'date': '2026-12-24', 'time': '17:00', 'zone': 'Mars/Olympus'}}",
                        "zone"),
                Map.entry("{'title': 'x', 'due': {'date': '2026-12-24', 'time': '17:00'}}", "time-and-zone"),
                Map.entry("{'title': 'x', 'repeat': {'rule': 'FREQ=SECONDLY'}}", "rule"),
                Map.entry("{'title': 'x', 'position': 1e16}", "out-of-range"),
                Map.entry("{'title': 'x', 'title': 'y'}", "name-twice"),
                Map.entry("{'title': 5}", "text"),
                Map.entry("{'colour': 'red'}", "unknown"));
        rows.forEach((row, code) -> {
            var text = Pattern.compile("t\\*(\\d+)")
                    .matcher(row.replace('\'', '"'))
                    .replaceAll(found -> "t".repeat(Integer.parseInt(found.group(1))));
            bringIn(alice, "application/json", "?dryRun=true", "[" + text + "]")
                    .statusCode(200)
                    .body("refusals.code", contains(code))
                    .body("refusals.reason", everyItem(not(blankString())));
        });
    }

    private static String tags(int count) {
        return IntStream.range(0, count).mapToObj("'tag %d'"::formatted).collect(Collectors.joining(","));
    }

    @Test
    void aDryRunSaysWhatWouldHappenAndStoresNothing() {
        bringIn(alice, CSV, "?dryRun=true", "title,list\r\ngood,Garden\r\n,\r\n")
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("imported", equalTo(1))
                .body("refusals.line", contains(3));

        alice.get("/tasks").body("", empty());
        alice.get("/lists").body("", hasSize(1));
    }

    @Test
    void aDryRunRefusesWhatTheImportRefuses() {
        var file = IntStream.range(0, 600)
                .mapToObj(i -> "task,list " + i % 550)
                .collect(Collectors.joining("\n", "title,list\n", "\n"));

        var dry = bringIn(alice, CSV, "?dryRun=true", file).statusCode(200);
        dry.body("imported", equalTo(549)).body("refused", equalTo(51));
        dry.body("refusals.code", everyItem(equalTo("too-many-lists")));
        bringIn(alice, CSV, "", file).statusCode(400).body("errors", hasSize(51));
        bringIn(alice, CSV, "?partial=true", file)
                .statusCode(200)
                .body("imported", equalTo(549))
                .body("refusals", equalTo(dry.extract().path("refusals")));
    }

    @Test
    void aCalendarKnowsATaskByItsId() {
        var same = "{\"title\": \"x\", \"position\": 1, \"createdAt\": \"2026-01-01T00:00:00Z\"}";
        bringIn(alice, "application/json", "", "[" + same + "," + same + "]").statusCode(200);
        List<String> ids = alice.get("/tasks").extract().path("id");

        assertThat(uids(alice)).containsExactlyInAnyOrderElementsOf(ids);
        alice.change(ids.get(0), Map.of("title", "y"));
        assertThat(uids(alice)).containsExactlyInAnyOrderElementsOf(ids);

        bringIn(alice, "text/calendar", "", export(alice, "text/calendar")).body("imported", equalTo(2));
        assertThat(uids(alice)).hasSize(4).doesNotHaveDuplicates().containsAll(ids);
    }

    private static List<String> uids(TasksApi user) {
        return export(user, "text/calendar")
                .lines()
                .filter(line -> line.startsWith("UID:"))
                .map(line -> line.substring("UID:".length()))
                .toList();
    }

    @Test
    void refusesRulesThatCostTooMuch() {
        bringIn(alice, CSV, "", "title,repeat_rule\r\nx,FREQ=SECONDLY;COUNT=2147483647\r\n")
                .statusCode(400);
        alice.get("/tasks").body("", empty());
    }

    static Stream<Arguments> endlessFiles() {
        return Stream.of(
                arguments("an array of millions", "application/json", "[" + "{},".repeat(2_000_000) + "{}]"),
                arguments(
                        "100,000 tags",
                        "application/json",
                        "[{\"title\": \"x\", \"tags\": [" + numbered("\"t%d\"", 100_000) + "]}]"),
                arguments(
                        "100,000 steps",
                        "application/json",
                        "[{\"title\": \"x\", \"checklist\": [" + numbered("{\"text\": \"s%d\"}", 100_000) + "]}]"),
                arguments("100,000 tags", CSV, "title,tags\nx,\"" + numbered("t%d", 100_000) + "\"\n"),
                arguments(
                        "100,000 tags",
                        "text/calendar",
                        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VTODO\r\nSUMMARY:x\r\nCATEGORIES:"
                                + numbered("t%d", 100_000) + "\r\nEND:VTODO\r\nEND:VCALENDAR\r\n"));
    }

    @ParameterizedTest(name = "A17 {0} of {1} are rejected, and nothing is stored")
    @MethodSource("endlessFiles")
    void refusesEndlessFiles(String what, String mediaType, String file) {
        bringIn(alice, mediaType, "", file).statusCode(400);
        alice.get("/tasks").body("", empty());
    }

    private static String numbered(String format, int count) {
        return IntStream.range(0, count).mapToObj(format::formatted).collect(Collectors.joining(","));
    }

    @Test
    @DisplayName("A17 a compressed file is not decompressed, whatever it contains")
    void unpacksNothing() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write("title\nx\n".getBytes(StandardCharsets.UTF_8));
        }

        alice.request()
                .contentType(CSV)
                .header("Content-Encoding", "gzip")
                .body(packed.toByteArray())
                .post("/tasks/import")
                .then()
                .statusCode(400);
        alice.get("/tasks").body("", empty());
    }

    @Test
    @DisplayName("A17 a file with more than 100,000 tasks is rejected, and nothing is stored")
    void limitsTheNumberOfRows() {
        bringIn(alice, CSV, "?dryRun=true", "title\n" + "x\n".repeat(100_000)).body("imported", equalTo(100_000));
        bringIn(alice, CSV, "", "title\n" + ",\n".repeat(99_999) + "x\n".repeat(9))
                .statusCode(400)
                .body("errors", hasSize(1_000));
        bringIn(alice, CSV, "?dryRun=true", "title\n" + "x\n".repeat(100_001))
                .body("imported", equalTo(100_000))
                .body("refusals.line", contains(100_002));
        alice.get("/tasks").body("", empty());
    }

    @Test
    void refusesBytesThatAreNoText() {
        alice.request()
                .contentType(CSV)
                .body(new byte[] {'t', 'i', 't', 'l', 'e', '\n', (byte) 0xff, '\n'})
                .post("/tasks/import")
                .then()
                .statusCode(400)
                .body("errors.message", hasItem("is not UTF-8"));
    }

    @Test
    void refusesWhatPostgresqlCannotKeep() {
        bringIn(alice, "application/json", "", "[{\"title\": \"x\", \"notes\": \"a\\u0000b\"}]")
                .statusCode(400);
        bringIn(alice, "application/json", "", "[{\"title\": \"x\", \"notes\": \"\\ud800\"}]")
                .statusCode(400);
        bringIn(alice, "application/json", "", "[{\"title\": \"x\", \"createdAt\": \"+999999-01-01T00:00:00Z\"}]")
                .statusCode(400);
        alice.get("/tasks").body("", empty());
    }

    @ParameterizedTest(name = "A13 an import of {0} with a key takes effect once")
    @ValueSource(strings = {"application/json", "text/csv", "text/calendar"})
    void importsEachFormatOnce(String mediaType) {
        alice.create("x");
        var file = export(alice, mediaType);

        for (var attempt = 0; attempt < 2; attempt++) {
            bob.request()
                    .header("Idempotency-Key", key)
                    .contentType(mediaType + ";charset=UTF-8")
                    .body(file.getBytes(StandardCharsets.UTF_8))
                    .post("/tasks/import")
                    .then()
                    .statusCode(200)
                    .body("imported", equalTo(1));
        }
        bob.get("/tasks").body("title", contains("x"));
    }

    @Test
    @DisplayName("A13 an import repeated with its key happens once, and gets the same response")
    void importsOnce() {
        var file = "title\n" + "x\n".repeat(450);
        var first = bringInWithKey(alice, "", file).statusCode(200).extract();
        var second = bringInWithKey(alice, "", file).statusCode(200).extract();

        assertThat(second.asString()).isEqualTo(first.asString());
        alice.get("/tasks/summary").body("open", equalTo(450));
    }

    @Test
    @DisplayName("A13 a key that was used with another file, format or query is rejected")
    void refusesAKeyThatCameWithAnotherImport() {
        bringInWithKey(alice, "", "title\nx\n").statusCode(200);

        bringInWithKey(alice, "", "title\ny\n").statusCode(422);
        bringInWithKey(alice, "?partial=true", "title\nx\n").statusCode(422);
        alice.request()
                .header("Idempotency-Key", key)
                .contentType("text/calendar")
                .body("title\nx\n")
                .post("/tasks/import")
                .then()
                .statusCode(422);
        alice.get("/tasks").body("title", contains("x"));
    }

    @Test
    @DisplayName("A13 a dry run and a failed import do not use up their key")
    void forgetsTheKeyOfWhatStoredNothing() {
        bringInWithKey(alice, "?dryRun=true", "title\nx\n").statusCode(200);
        bringInWithKey(alice, "", "title\n,\n").statusCode(400);

        bringInWithKey(alice, "", "title\nx\n").statusCode(200).body("imported", equalTo(1));
    }

    @Test
    void undoesAnImportAndKeepsWhatHasBeenChangedSince() {
        var mine = alice.create("mine");
        String id = bringIn(alice, CSV, "", "title\nfirst\nsecond\nthird\nfourth\n")
                .extract()
                .path("id");
        List<String> ids = alice.get("/tasks?sort=title").extract().path("findAll { it.id != '" + mine + "' }.id");
        alice.change(ids.get(0), Map.of("title", "changed"));
        alice.change(ids.get(1), Map.of("completed", true));
        alice.delete("/tasks/" + ids.get(2));

        undo(alice, id).statusCode(200).body("trashed", equalTo(2)).body("kept", equalTo(2));
        alice.get("/tasks/" + ids.get(3) + "/history")
                .body("[0].fields.field", contains("trashed"))
                .body("client", everyItem(equalTo("taskmaster-webapp")));

        alice.get("/tasks").body("title", containsInAnyOrder("changed", "mine"));
        alice.get("/tasks?status=completed").body("", hasSize(1));
        alice.get("/tasks?status=trashed").body("", hasSize(2));
        alice.get("/tasks/" + ids.get(3) + "/history")
                .body("[0].fields", contains(Map.of("field", "trashed", "from", false, "to", true)));
        undo(alice, id).statusCode(200).body("trashed", equalTo(2)).body("kept", equalTo(2));
    }

    @Test
    void keepsWhatWasBroughtBackAfterAnImportWasUndone() {
        String id = bringIn(alice, CSV, "", "title\nx\n").extract().path("id");
        String task = alice.get("/tasks").extract().path("[0].id");
        undo(alice, id).body("trashed", equalTo(1));
        alice.change(task, Map.of("trashed", false));

        undo(alice, id).statusCode(200).body("trashed", equalTo(0)).body("kept", equalTo(1));
        alice.get("/tasks").body("title", contains("x"));
    }

    @Test
    @DisplayName("A07 another user's import is not found")
    void undoesNothingOfOthers() {
        String id = bringIn(alice, CSV, "", "title\nx\n").extract().path("id");

        undo(bob, id).statusCode(404);
        undo(bob, UUID.randomUUID().toString()).statusCode(404);
        alice.get("/tasks").body("title", contains("x"));
    }

    @Test
    void whatStoredNothingCannotBeUndone() {
        bringIn(alice, CSV, "?dryRun=true", "title\nx\n").body("id", nullValue());
        bringIn(alice, CSV, "?partial=true", "title\n,\n").statusCode(200).body("id", nullValue());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"?dryRun=perhaps", "?force=true"})
    void refusesParametersThatMeanNothing(String query) {
        bringIn(alice, CSV, query, "title\nx\n").statusCode(400);
    }

    @Test
    void readsNoOtherFormat() {
        bringIn(alice, "text/plain", "", "x").statusCode(415);
        alice.request().accept("text/plain").get("/tasks/export").then().statusCode(406);
    }

    @Test
    @DisplayName("A09 another user's tasks are not exported")
    void exportsNothingOfOthers() {
        alice.create("Alice's");

        assertThat(export(bob, CSV).lines()).hasSize(1);
        bob.get("/tasks").body("find { it.title == \"Alice's\" }", nullValue());
    }
}
