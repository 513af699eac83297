package com.taskmaster.tasks.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import com.taskmaster.tasks.TasksApi;
import com.taskmaster.tasks.WithBackingServices;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithBackingServices
class BulkResourceTest {

    @Inject
    SessionFactory sessions;

    private final TasksApi alice = TasksApi.somebodyNew();

    private static Map<String, ?> create(String title) {
        return Map.of("op", "create", "task", Map.of("title", title));
    }

    @Test
    void takesNullForWhatAnOperationDoesNotHave() {
        alice.post("/tasks/bulk", """
                        {"operations": [{"op": "create", "task": {"title": "new"}, "id": null, "version": null, "changes": null}]}""").then().statusCode(200).body("results.status", contains(201));
    }

    @Test
    void makesChangesAndDeletesAndTellsWhatBecameOfEach() {
        var done = alice.create("done");
        var gone = alice.create("gone");

        alice.post(
                        "/tasks/bulk",
                        Map.of(
                                "operations",
                                List.of(
                                        create("new"),
                                        Map.of(
                                                "op",
                                                "change",
                                                "id",
                                                done,
                                                "version",
                                                0,
                                                "changes",
                                                Map.of("completed", true)),
                                        Map.of("op", "delete", "id", gone),
                                        create("newer"))))
                .then()
                .statusCode(200)
                .body("results.status", contains(201, 200, 204, 201))
                .body("results[1].task.completed", equalTo(true))
                .body("results[1].task.version", equalTo(1))
                .body("results[1].changes", contains(Map.of("field", "completed", "from", false, "to", true)));

        alice.get("/tasks").body("title", contains("newer", "new"));
        alice.get("/tasks?status=trashed").body("id", contains(gone));
    }

    @Test
    void writesDownWhatBecameOfEachTaskAndOfTheNext() {
        var first = alice.create(Map.of("title", "first", "repeat", Map.of("rule", "FREQ=WEEKLY")));
        var second = alice.create("second");

        var made = alice.post(
                        "/tasks/bulk",
                        Map.of(
                                "operations",
                                List.of(
                                        Map.of("op", "change", "id", first, "changes", Map.of("completed", true)),
                                        Map.of("op", "change", "id", second, "changes", Map.of("title", "second")),
                                        create("third"))))
                .then()
                .statusCode(200)
                .extract();

        history(first, 2).body("[0].fields.field", contains("completed")).body("[1].fields.field", hasItem("title"));
        history(second, 1);
        history(made.path("results[0].task.next"), 1).body("[0].fields.field", hasItems("title", "repeat"));
        history(made.path("results[2].id"), 1).body("[0].fields.find { it.field == 'title' }.to", equalTo("third"));
    }

    private ValidatableResponse history(String task, int changes) {
        return alice.get("/tasks/" + task + "/history")
                .body("", hasSize(changes))
                .body("client", everyItem(equalTo("taskmaster-webapp")));
    }

    @Test
    @DisplayName("A09 if one operation fails, none is applied, and each that fails is named")
    void doesAllOrNothing() {
        var id = alice.create("old");
        var other = alice.create("other");

        alice.post(
                        "/tasks/bulk",
                        Map.of(
                                "operations",
                                List.of(
                                        create("new"),
                                        Map.of("op", "change", "id", id, "version", 7, "changes", Map.of("title", "x")),
                                        Map.of("op", "change", "id", other, "changes", Map.of("title", "")),
                                        Map.of(
                                                "op",
                                                "delete",
                                                "id",
                                                UUID.randomUUID().toString()))))
                .then()
                .statusCode(400)
                .body(
                        "errors.field",
                        containsInAnyOrder("operations[1].version", "operations[2].changes.title", "operations[3].id"));

        alice.get("/tasks").body("title", contains("other", "old"));
    }

    @Test
    @DisplayName("A09 a task named by two operations is refused, and the error points to the second")
    void namesATaskThatIsNamedTwice() {
        var id = alice.create("old");
        var change = Map.of("op", "change", "id", id, "version", 0, "changes", Map.of("title", "new"));
        var delete = Map.of("op", "delete", "id", id);
        var restore = Map.of("op", "change", "id", id, "changes", Map.of("trashed", false));

        for (var operations : List.of(List.of(change, change), List.of(delete, restore), List.of(change, delete))) {
            alice.post("/tasks/bulk", Map.of("operations", operations))
                    .then()
                    .statusCode(400)
                    .body("errors.field", contains("operations[1].id"))
                    .body("errors.message", contains("is already named by another operation"));
        }
        alice.get("/tasks").body("title", contains("old")).body("version", contains(0));
    }

    @Test
    void aTaskThatAnotherOperationTakesBackIsNotThere() {
        var first = alice.create(Map.of("title", "x", "repeat", Map.of("rule", "FREQ=WEEKLY")));
        var next = alice.change(first, Map.of("completed", true)).extract().<String>path("next");
        var reopen = Map.of("op", "change", "id", first, "changes", Map.of("completed", false));
        var rename = Map.of("op", "change", "id", next, "changes", Map.of("title", "y"));
        var leave = Map.of("op", "change", "id", next, "changes", Map.of("title", "x"));

        alice.post("/tasks/bulk", Map.of("operations", List.of(reopen, rename)))
                .then()
                .statusCode(400)
                .body("errors.field", contains("operations[1].id"));
        alice.post("/tasks/bulk", Map.of("operations", List.of(leave, reopen)))
                .then()
                .statusCode(400)
                .body("errors.field", contains("operations[0].id"));
        alice.get("/tasks").body("id", contains(next));

        alice.post("/tasks/bulk", Map.of("operations", List.of(rename, reopen)))
                .then()
                .statusCode(200);
        alice.get("/tasks").body("title", containsInAnyOrder("x", "y"));
    }

    @Test
    @DisplayName("A12 lists are read only once, however many operations name one")
    void asksTheDatabaseAsOftenForManyAsForFew() {
        var list = alice.createList("Garden");
        var operations = new ArrayList<Map<String, ?>>();
        operations.add(Map.of("op", "change", "id", alice.create("x"), "changes", Map.of("list", list)));
        for (var i = 0; i < 100; i++) {
            operations.add(Map.of("op", "create", "task", Map.of("title", "x", "list", list)));
        }
        var statistics = sessions.getStatistics();
        var asked = statistics.getQueryExecutionCount();
        var flushed = statistics.getFlushCount();

        alice.post("/tasks/bulk", Map.of("operations", operations)).then().statusCode(200);

        assertThat(statistics.getQueryExecutionCount() - asked).isLessThan(10);
        assertThat(statistics.getFlushCount() - flushed).isLessThan(10);
    }

    @Test
    @DisplayName("A09 invalid operations are named by their index")
    void namesOperationsThatAreNone() {
        alice.post("/tasks/bulk", Map.of("operations", List.of(create(""), Map.of("op", "delete"))))
                .then()
                .statusCode(400)
                .body("errors.field", contains("operations[0].task.title", "operations[1]"));
        alice.get("/tasks").body("", empty());
    }

    @Test
    @DisplayName("A17 at most 500 operations are accepted")
    void limitsTheNumberOfOperations() {
        alice.post(
                        "/tasks/bulk",
                        Map.of(
                                "operations",
                                Stream.generate(() -> create("x")).limit(501).toList()))
                .then()
                .statusCode(400);
        alice.get("/tasks").body("", empty());
        alice.post(
                        "/tasks/bulk",
                        Map.of(
                                "operations",
                                Stream.generate(() -> create("x")).limit(500).toList()))
                .then()
                .statusCode(200)
                .body("results", hasSize(500));
    }
}
