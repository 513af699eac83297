package com.taskmaster.tasks.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.taskmaster.tasks.TasksApi;
import com.taskmaster.tasks.WithBackingServices;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The result of a dry run, compared with that of the import. */
@QuarkusTest
@WithBackingServices
class PreviewTest {

    private static final String CSV = "text/csv";
    private static final String JSON = "application/json";
    private static final int BYTES_OF_CHARACTER = 3;

    /** Fields that only stored tasks have, and the list's id, in whose place a preview has its name. */
    private static final List<String> NOT_CARRIED = List.of("id", "completed", "changedAt", "version", "list");

    private final TasksApi alice = TasksApi.somebodyNew();

    private ValidatableResponse dryRun(String mediaType, String file) {
        return bringIn(mediaType, "?dryRun=true", file);
    }

    private ValidatableResponse bringIn(String mediaType, String query, String file) {
        return alice.request()
                .contentType(mediaType + ";charset=UTF-8")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/tasks/import" + query)
                .then()
                .statusCode(200);
    }

    static Stream<Arguments> files() {
        return Stream.of(
                arguments(JSON, """
                        [{"title": " Water the plants ", "notes": "one\\r\\ntwo", "list": " Garden ",
                          "due": {"date": "2026-12-24", "time": "17:00:30.5", "zone": "Asia/Tokyo"}, "priority": "high",
                          "tags": ["home", "home"], "checklist": [{"text": " Buy soil ", "done": true}],
                          "repeat": {"rule": "FREQ=MONTHLY"}, "createdAt": "2026-01-02T03:04:05.678901234Z"},
                         {"title": "Mow", "list": "Inbox", "position": -7.5, "createdAt": "2026-01-02T03:04:05Z",
                          "completedAt": "2026-02-03T04:05:06.000007891Z"},
                         {"title": "Sow", "createdAt": "2026-01-02T03:04:05Z"}]"""), arguments(CSV, """
                        title,notes,list,due_date,due_time,due_zone,priority,tags,checklist,repeat_rule,position,created_at,completed_at
                        " Water the plants ","one
                        two", Garden ,2026-12-24,17:00:30,Asia/Tokyo,high,"home,home",[x] Buy soil,FREQ=MONTHLY,,2026-01-02T03:04:05.678901234Z,
                        Mow,,Inbox,2026-12-24,,,,,,,-7.5,2026-01-02T03:04:05Z,2026-02-03T04:05:06.000007891Z
                        Sow,,,,,,,,,,,2026-01-02T03:04:05Z,
                        """), arguments("text/calendar", """
                        BEGIN:VCALENDAR
                        BEGIN:VTODO
                        SUMMARY: Water the plants\s
                        DESCRIPTION:one\\ntwo
                        X-TASKMASTER-LIST: Garden
                        DUE;TZID=Asia/Tokyo:20261224T170030
                        PRIORITY:1
                        CATEGORIES:home,home
                        X-TASKMASTER-CHECKLIST;X-DONE=TRUE:Buy soil
                        RRULE:FREQ=MONTHLY
                        CREATED:20260102T030405Z
                        END:VTODO
                        BEGIN:VTODO
                        SUMMARY:Mow
                        X-TASKMASTER-LIST:Inbox
                        DUE;VALUE=DATE:20261224
                        CREATED:20260102T030405Z
                        STATUS:COMPLETED
                        COMPLETED:20260203T040506Z
                        END:VTODO
                        BEGIN:VTODO
                        SUMMARY:Sow
                        CREATED:20260102T030405Z
                        END:VTODO
                        END:VCALENDAR
                        """.replace("\n", "\r\n")));
    }

    @ParameterizedTest(name = "the preview of {0} shows what is then stored, and stores nothing itself")
    @MethodSource("files")
    void saysWhatTheImportStores(String mediaType, String file) {
        var preview = dryRun(mediaType, file).body("newLists", contains("Garden"));
        preview.body("tasks.title", contains("Water the plants", "Mow", "Sow"))
                .body("tasks.priority", contains("high", "none", "none"))
                .body("tasks.list", contains("Garden", "Inbox", null))
                .body("tasks[0].tags", contains("home"))
                .body("tasks[0].due.zone", equalTo("Asia/Tokyo"))
                .body("tasks[0].repeat.from", equalTo("due"));
        alice.get("/tasks").body("", empty());
        alice.get("/tasks?status=completed").body("", empty());
        alice.get("/lists").body("name", contains("Inbox"));

        bringIn(mediaType, "", file).body("imported", equalTo(3));

        List<Map<String, Object>> said = preview.extract().path("tasks");
        said.forEach(task -> task.putIfAbsent("list", "Inbox"));
        assertThat(said).containsExactlyInAnyOrderElementsOf(stored());
        alice.get("/lists").body("name", contains("Inbox", "Garden"));
    }

    /** All tasks, open and completed, as in a preview. */
    private List<Map<String, Object>> stored() {
        List<Map<String, String>> lists = alice.get("/lists").extract().path("");
        var names = lists.stream().collect(Collectors.toMap(list -> list.get("id"), list -> list.get("name")));
        return Stream.of("/tasks", "/tasks?status=completed")
                .flatMap(address -> alice.get(address).extract().<List<Map<String, Object>>>path("").stream())
                .peek(task -> {
                    var list = names.get(task.get("list"));
                    NOT_CARRIED.forEach(task::remove);
                    task.put("list", list);
                })
                .toList();
    }

    @Test
    void tellsTheFirstTwentyThatWouldComeInTheOrderOfTheFile() {
        var rows = IntStream.range(0, 30).mapToObj(i -> i == 3 ? "," : "task " + i + ",");

        dryRun(CSV, rows.collect(Collectors.joining("\n", "title,list\n", "\n")))
                .body("imported", equalTo(29))
                .body("refused", equalTo(1))
                .body("newLists", empty())
                .body(
                        "tasks.title",
                        equalTo(IntStream.range(0, 21)
                                .filter(i -> i != 3)
                                .mapToObj(i -> "task " + i)
                                .toList()));
    }

    @Test
    void namesEachListThatWouldBeMadeOnceInTheOrderOfTheFile() {
        alice.createList("Garden");
        var many = "x,Garden\n".repeat(25);

        dryRun(CSV, "title,list\nx,Yard\nx,Attic\n,Refused\nx,Yard\n" + many + "x, Cellar \n")
                .body("tasks", hasSize(20))
                .body("newLists", contains("Yard", "Attic", "Cellar"));
    }

    @Test
    void tellsTasksWholeOrNotAtAll() {
        var notes = 20_000;
        var fitting = (1 << 20) / (notes * BYTES_OF_CHARACTER);
        var large = "{\"title\": \"large\", \"notes\": \"" + "漢".repeat(notes) + "\"},";

        dryRun(JSON, "[" + large.repeat(fitting + 1) + "{\"title\": \"small\"}]")
                .body("imported", equalTo(fitting + 2))
                .body("tasks", hasSize(fitting))
                .body("tasks[0].notes.length()", equalTo(notes))
                .body("tasks.title.unique()", contains("large"));
    }

    @Test
    void anImportTellsNoTasks() {
        for (var query : List.of("", "?partial=true", "?dryRun=false")) {
            bringIn(CSV, query, "title,list\nx,Garden " + query.length() + "\n")
                    .body("dryRun", equalTo(false))
                    .body("$", not(hasKey("tasks")))
                    .body("$", not(hasKey("newLists")));
        }
    }
}
