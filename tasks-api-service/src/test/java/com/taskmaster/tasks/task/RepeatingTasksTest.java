package com.taskmaster.tasks.task;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.taskmaster.tasks.TasksApi;
import com.taskmaster.tasks.WithBackingServices;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithBackingServices
class RepeatingTasksTest {

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

    @Test
    void aRuleThatCountsComesToItsEnd() {
        var id = weekly("FREQ=WEEKLY;COUNT=2");

        var next = alice.change(id, Map.of("completed", true)).extract().<String>path("next");
        alice.get("/tasks/" + next).body("repeat.rule", equalTo("FREQ=WEEKLY;COUNT=1"));
        alice.change(next, Map.of("completed", true)).body("next", nullValue());
        alice.get("/tasks").body("", empty());
    }
}
