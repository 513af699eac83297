package com.taskmaster.tasks.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.taskmaster.tasks.TasksApi;
import com.taskmaster.tasks.WithBackingServices;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithBackingServices
class RepeatingTasksTest {

    @Inject
    AgroalDataSource database;

    private final TasksApi alice = TasksApi.somebodyNew();
    private final LocalDate tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1);

    private String weekly(String rule) {
        return alice.create(Map.of(
                "title", "Water the plants",
                "tags", List.of("home"),
                "checklist", List.of(Map.of("text", "Fill the can", "done", true)),
                "due", Map.of("date", tomorrow.toString(), "time", "17:00", "zone", "Europe/Berlin"),
                "repeat", Map.of("rule", rule)));
    }

    @Test
    void completingMakesTheNextOne() {
        var id = weekly("FREQ=WEEKLY");

        var next = alice.change(id, Map.of("completed", true)).extract().<String>path("next");

        alice.get("/tasks").body("id", contains(next));
        alice.get("/tasks/" + next)
                .body("title", equalTo("Water the plants"))
                .body("tags", contains("home"))
                .body("checklist.done", contains(false))
                .body(
                        "due",
                        equalTo(Map.of(
                                "date", tomorrow.plusWeeks(1).toString(), "time", "17:00:00", "zone", "Europe/Berlin")))
                .body("repeat.rule", equalTo("FREQ=WEEKLY"))
                .body("completed", equalTo(false));
    }

    @Test
    void reopeningTakesTheNextOneBackAsLongAsItIsUntouched() {
        var id = weekly("FREQ=WEEKLY");
        alice.change(id, Map.of("completed", true));

        alice.change(id, Map.of("completed", false)).body("next", nullValue());
        alice.get("/tasks").body("id", contains(id));

        var next = alice.change(id, Map.of("completed", true)).extract().<String>path("next");
        alice.change(next, Map.of("notes", "now it matters"));
        alice.change(id, Map.of("completed", false)).body("next", equalTo(next));
        alice.change(id, Map.of("completed", true)).body("next", equalTo(next));
        alice.get("/tasks").body("id", contains(next));
    }

    @Test
    void whoseNextOneIsGoneForGoodMakesAnother() {
        var id = weekly("FREQ=WEEKLY");
        var next = alice.change(id, Map.of("completed", true)).extract().<String>path("next");
        alice.delete("/tasks/" + next);
        alice.delete("/tasks/" + next);

        alice.change(id, Map.of("completed", false)).body("next", nullValue());
        alice.change(id, Map.of("completed", true)).body("next", notNullValue());
    }

    @Test
    void whoseNextOneIsInTheTrashMakesAnotherWhenItIsCompletedAgain() {
        var id = weekly("FREQ=WEEKLY");
        var next = alice.change(id, Map.of("completed", true)).extract().<String>path("next");
        alice.delete("/tasks/" + next);
        alice.change(id, Map.of("completed", false));

        var another = alice.change(id, Map.of("completed", true)).extract().<String>path("next");

        assertThat(another).isNotEqualTo(next);
        alice.get("/tasks").body("id", contains(another));
    }

    @Test
    void whoseNextOneGoesWhileItIsOpenAgainMakesAnother() {
        var id = weekly("FREQ=WEEKLY");
        var next = alice.change(id, Map.of("completed", true)).extract().<String>path("next");
        alice.change(next, Map.of("notes", "touched"));
        alice.change(id, Map.of("completed", false)).body("next", equalTo(next));
        alice.delete("/tasks/" + next);
        alice.delete("/tasks/" + next);

        alice.change(id, Map.of("completed", true)).body("next", notNullValue()).body("next", not(equalTo(next)));
    }

    @Test
    void makesNoNextOneInTheTrashButWhenItIsRestored() {
        var id = weekly("FREQ=WEEKLY");
        alice.delete("/tasks/" + id);

        alice.change(id, Map.of("completed", true)).body("next", nullValue());
        alice.change(id, Map.of("notes", "in the trash")).body("next", nullValue());
        alice.get("/tasks").body("", empty());

        var next = alice.change(id, Map.of("trashed", false)).extract().<String>path("next");
        alice.get("/tasks").body("id", contains(next));
        alice.delete("/tasks/" + id);
        alice.change(id, Map.of("trashed", false)).body("next", equalTo(next));
        alice.get("/tasks").body("id", contains(next));
    }

    @Test
    void makesNoNextOneWhenItIsCompletedAndThrownAwayAtOnce() {
        var id = weekly("FREQ=WEEKLY");
        var done = Map.of("completed", true, "trashed", true);
        var made = new HashMap<String, Object>(done);
        made.putAll(Map.of("title", "x", "repeat", Map.of("rule", "FREQ=WEEKLY")));

        alice.change(id, done).body("next", nullValue());
        var other = alice.create(made);
        alice.post("/tasks/bulk", Map.of("operations", List.of(Map.of("op", "create", "task", made))))
                .then()
                .statusCode(200);
        alice.get("/tasks").body("", empty());

        for (var trashed : List.of(id, other)) {
            alice.change(trashed, Map.of("trashed", false)).body("next", nullValue());
        }
        alice.get("/tasks").body("", empty());
    }

    @ParameterizedTest(
            name =
                    "a task that was completed, at {0}, before it was deleted gets no second next occurrence when it is restored")
    @ValueSource(strings = {"2026-01-01T12:00:00Z", "2100-01-01T12:00:00Z"})
    void whatWasCompletedBeforeItWasThrownAwayMakesNoOtherOneWhenItIsRestored(String completed) {
        alice.request()
                .contentType("text/csv")
                .body("title,due_date,repeat_rule,completed_at\nold,2026-01-01,FREQ=WEEKLY,%s\n".formatted(completed))
                .post("/tasks/import")
                .then()
                .statusCode(200);
        var id = alice.get("/tasks?status=completed").extract().<String>path("[0].id");

        alice.delete("/tasks/" + id);
        alice.change(id, Map.of("trashed", false)).body("next", nullValue());
        alice.get("/tasks").body("", empty());
    }

    @Test
    void changingACompletedOneMakesNoNextOne() {
        alice.request()
                .contentType("text/csv")
                .body("title,due_date,repeat_rule,completed_at\nold,2026-01-01,FREQ=WEEKLY,2026-01-01T12:00:00Z\n")
                .post("/tasks/import")
                .then()
                .statusCode(200);
        var id = alice.get("/tasks?status=completed").extract().<String>path("[0].id");

        alice.change(id, Map.of("notes", "so it was")).body("next", nullValue());
        alice.get("/tasks").body("", empty());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6",
                "FREQ=YEARLY;INTERVAL=916;BYYEARDAY=259,-366;BYDAY=WE",
                "FREQ=YEARLY;INTERVAL=999"
            })
    void aRuleThatLeadsNowhereEnds(String rule) {
        var id = weekly(rule);

        alice.change(id, Map.of("completed", true))
                .body("completed", equalTo(true))
                .body("next", nullValue());
        alice.get("/tasks").body("", empty());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "FREQ=YEARLY;INTERVAL=2000",
                "FREQ=WEEKLY;INTERVAL=2147483647",
                "FREQ=DAILY;UNTIL=20261399",
                "FREQ=DAILY;BYHOUR=9;BYMINUTE=30",
                "FREQ=MONTHLY;RSCALE=ISLAMIC-CIVIL",
                "FREQ=YEARLY;BYDAY=MO,MO"
            })
    void refusesARuleThatCannotBeCounted(String rule) {
        alice.post("/tasks", Map.of("title", "x", "repeat", Map.of("rule", rule)))
                .then()
                .statusCode(400)
                .body("errors.field", contains("repeat.rule"))
                .body("errors.message", contains(containsString("INTERVAL of at most 1000")));
    }

    @Test
    @DisplayName("A17 a rule for every second of a year is refused without being expanded")
    void refusesARuleOfEachSecond() {
        var rule = "FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYHOUR=%s;BYMINUTE=%s;BYSECOND=%s"
                .formatted(numbersBelow(24), numbersBelow(60), numbersBelow(60));
        var task = Map.of(
                "title", "x", "completed", true, "due", Map.of("date", "2026-12-24"), "repeat", Map.of("rule", rule));

        alice.post("/tasks", task)
                .then()
                .statusCode(400)
                .body("errors.field", contains("repeat.rule"))
                .body("errors.message", contains(containsString("neither BYHOUR")));
        alice.post("/tasks/bulk", Map.of("operations", List.of(Map.of("op", "create", "task", task))))
                .then()
                .statusCode(400);
        alice.patch("/tasks/" + alice.create("y"), "*", task).then().statusCode(400);
        alice.get("/tasks").body("title", contains("y"));
    }

    private static String numbersBelow(int end) {
        return IntStream.range(0, end).mapToObj(Integer::toString).collect(Collectors.joining(","));
    }

    @Test
    void aRuleStoredWhenMoreWasLetInHindersNoChangeAndGoesOn() throws SQLException {
        var id = weekly("FREQ=WEEKLY");
        store(id, "repeat_rule", "FREQ=WEEKLY;BYHOUR=17;BYMINUTE=0");

        alice.change(id, Map.of("notes", "not too much"))
                .body("repeat.rule", equalTo("FREQ=WEEKLY;BYHOUR=17;BYMINUTE=0"));
        var next = alice.change(id, Map.of("completed", true)).extract().<String>path("next");

        alice.get("/tasks/" + next)
                .body("due.date", equalTo(tomorrow.plusWeeks(1).toString()))
                .body("repeat.rule", equalTo("FREQ=WEEKLY"));
        alice.patch("/tasks/" + next, "*", Map.of("repeat", Map.of("rule", "FREQ=WEEKLY;BYHOUR=17")))
                .then()
                .statusCode(400);
    }

    @Test
    void aZoneThatOnlyAnotherRuntimeKnowsHindersNoChange() throws SQLException {
        var id = alice.create(
                Map.of("title", "x", "due", Map.of("date", "2026-12-24", "time", "17:00", "zone", "Europe/Berlin")));
        store(id, "due_zone", "Europe/Atlantis");

        alice.change(id, Map.of("notes", "not too much")).body("due.zone", equalTo("Europe/Atlantis"));
        alice.change(id, Map.of("completed", true)).body("completedAt", notNullValue());
    }

    @Test
    void whoseNextOneWouldBeDueInAZoneThatOnlyAnotherRuntimeKnowsIsCompletedInAnother() throws SQLException {
        var id = weekly("FREQ=WEEKLY");
        store(id, "due_zone", "Europe/Atlantis");
        var completed = Map.of("completed", true);

        alice.patch("/tasks/" + id, "*", completed).then().statusCode(400).body("errors.field", contains("due.zone"));
        alice.post("/tasks/bulk", Map.of("operations", List.of(Map.of("op", "change", "id", id, "changes", completed))))
                .then()
                .statusCode(400)
                .body("errors.field", contains("operations[0].due.zone"));
        alice.get("/tasks").body("id", contains(id)).body("version", contains(0));

        alice.change(id, Map.of("completed", true, "due", Map.of("zone", "Europe/Berlin")))
                .body("next", notNullValue());
    }

    private void store(String id, String column, String value) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("update task set " + column + " = ? where id = ?")) {
            update.setString(1, value);
            update.setObject(2, UUID.fromString(id));
            assertThat(update.executeUpdate()).isOne();
        }
    }

    @Test
    void aRuleThatCountsEndsOnWhateverDayItIsCompleted() {
        var anotherDay = tomorrow.plusDays(1).getDayOfWeek().name().substring(0, 2);
        var rule = "FREQ=WEEKLY;BYDAY=" + anotherDay + ";COUNT=";
        var id = alice.create(Map.of("title", "x", "repeat", Map.of("rule", rule + 2, "from", "completion")));

        var next = alice.change(id, Map.of("completed", true)).extract().<String>path("next");
        alice.get("/tasks/" + next).body("repeat.rule", equalTo(rule + 1));
        alice.change(next, Map.of("completed", true)).body("next", nullValue());
    }

    @ParameterizedTest(name = "until {0}, at {1} in {2}, leads to {3}")
    @CsvSource({
        "20300302T080000Z, 17:00, Asia/Tokyo, 2030-03-02",
        "20300302T075959Z, 17:00, Asia/Tokyo,",
        "20300301T200000Z, 05:00, Asia/Tokyo, 2030-03-02",
        "20300303T005959Z, 17:00, America/Los_Angeles,",
        "20300303T010000Z, 17:00, America/Los_Angeles, 2030-03-02",
    })
    void untilIncludesItsInstant(String until, String time, String zone, String next) {
        var id = alice.create(Map.of(
                "title", "x",
                "due", Map.of("date", "2030-03-01", "time", time, "zone", zone),
                "repeat", Map.of("rule", "FREQ=DAILY;UNTIL=" + until)));

        alice.change(id, Map.of("completed", true));

        alice.get("/tasks").body("due.date", next == null ? empty() : contains(next));
    }

    @ParameterizedTest(name = "in {0}")
    @ValueSource(strings = {"Pacific/Kiritimati", "Pacific/Pago_Pago"}) // one of them never has UTC's date
    void theZoneTellsTheDayOfCompletion(String zone) {
        var daily = Map.of(
                "title", "x",
                "due", Map.of("date", "2026-01-01"),
                "repeat", Map.of("rule", "FREQ=DAILY", "from", "completion"));
        var alone = alice.create(daily);
        var among = alice.create(daily);

        alice.patch("/tasks/" + alone + "?zone=" + zone, "*", Map.of("completed", true))
                .then()
                .statusCode(200);
        alice.post(
                        "/tasks/bulk?zone=" + zone,
                        Map.of(
                                "operations",
                                List.of(Map.of("op", "change", "id", among, "changes", Map.of("completed", true)))))
                .then()
                .statusCode(200);
        var completed = new HashMap<String, Object>(daily);
        completed.put("completed", true);
        var made = alice.post("/tasks?zone=" + zone, completed)
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");

        assertThat(List.of(alone, among, made)).allSatisfy(id -> {
            var task = alice.get("/tasks/" + id).extract();
            var there = LocalDate.ofInstant(Instant.parse(task.path("completedAt")), ZoneId.of(zone));
            alice.get("/tasks/" + task.path("next"))
                    .body("due.date", equalTo(there.plusDays(1).toString()));
        });
    }

    @Test
    void refusesAZoneThatIsNone() {
        var id = alice.create("x");

        alice.patch("/tasks/" + id + "?zone=Mars/Olympus", "*", Map.of("completed", true))
                .then()
                .statusCode(400)
                .body("errors.field", contains("zone"));
    }

    @Test
    void aRuleThatCountsComesToItsEnd() {
        var id = weekly("FREQ=WEEKLY;COUNT=2");

        var next = alice.change(id, Map.of("completed", true)).extract().<String>path("next");
        alice.get("/tasks/" + next).body("repeat.rule", equalTo("FREQ=WEEKLY;COUNT=1"));
        alice.change(next, Map.of("completed", true)).body("next", nullValue());
        alice.get("/tasks").body("", empty());
    }
}
