package com.taskmaster.tasks.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.taskmaster.tasks.TasksApi;
import com.taskmaster.tasks.WithBackingServices;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Export and import through the API. */
@QuarkusTest
@WithBackingServices
class TransferTest {

    private static final String CSV = "text/csv";

    private final TasksApi alice = TasksApi.somebodyNew();
    private final TasksApi bob = TasksApi.somebodyNew();

    private ValidatableResponse bringIn(TasksApi user, String mediaType, String query, String file) {
        return user.request()
                .contentType(mediaType + ";charset=UTF-8")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/tasks/import" + query)
                .then();
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

    @ParameterizedTest(name = "what {0} takes out of one account and brings into another is the same")
    @ValueSource(strings = {"application/json", "text/csv", "text/calendar"})
    void roundTripLosesNothing(String mediaType) {
        var garden = alice.createList("Garden, \"big\"; ü");
        alice.create("=HYPERLINK(\"https://evil.example\")");
        alice.create(Map.of(
                "title",
                "'-1 🌱 \\, ;",
                "notes",
                "# Notes\n\n- one, \"two\"\n- three; four \\n",
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
                .body("errors.field", contains("line 3: title", "line 4: due_date"));

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
    void refusesRulesThatCostTooMuch() {
        bringIn(alice, CSV, "", "title,repeat_rule\r\nx,FREQ=SECONDLY;COUNT=2147483647\r\n")
                .statusCode(400);
        alice.get("/tasks").body("", empty());
    }

    @Test
    @DisplayName("A17 more tasks than 100,000 at once are refused, and nothing is stored")
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
    @DisplayName("A09 a file of another user is not there")
    void exportsNothingOfOthers() {
        alice.create("Alice's");

        assertThat(export(bob, CSV).lines()).hasSize(1);
        bob.get("/tasks").body("find { it.title == \"Alice's\" }", nullValue());
    }
}
