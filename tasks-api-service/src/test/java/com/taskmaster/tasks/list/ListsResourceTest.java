package com.taskmaster.tasks.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import com.taskmaster.tasks.TasksApi;
import com.taskmaster.tasks.WithBackingServices;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithBackingServices
class ListsResourceTest {

    private final TasksApi alice = TasksApi.somebodyNew();

    @Test
    void everybodyHasAnInboxThatCannotBeDeleted() {
        var inbox = alice.get("/lists")
                .statusCode(200)
                .body("name", contains("Inbox"))
                .body("inbox", contains(true))
                .extract()
                .<String>path("[0].id");

        alice.request()
                .header("If-Match", "*")
                .delete("/lists/" + inbox + "?tasks=move")
                .then()
                .statusCode(409)
                .body("type", endsWith(":conflict"));
    }

    @Test
    void staysWithinThePositionsThatThereAre() {
        alice.post("/lists", Map.of("name", "Last", "position", 1e15)).then().statusCode(201);
        var below = alice.createList("Below");

        alice.patch("/lists/" + below, "*", Map.of("name", "Below it"))
                .then()
                .statusCode(200)
                .body("position", equalTo(1e15f));
        alice.get("/lists").body("name", contains("Inbox", "Last", "Below it"));
    }

    @Test
    void makesRenamesAndOrdersLists() {
        var garden = alice.createList("Garden");
        alice.post("/lists", "{\"name\": \"Work\", \"color\": \"#1E88e5\", \"position\": -5}")
                .then()
                .statusCode(201)
                .header("Location", matchesPattern("/lists/[0-9a-f-]{36}"))
                .body("color", equalTo("#1e88e5"));

        alice.patch("/lists/" + garden, "*", "{\"name\": \"Balcony\"}").then().statusCode(200);

        alice.get("/lists").body("name", contains("Work", "Inbox", "Balcony"));
        alice.patch("/lists/" + garden, "*", "{\"color\": null}").then().body("color", nullValue());
    }

    @ParameterizedTest(name = "the list {0}")
    @ValueSource(
            strings = {
                "{\"name\": \" \"}",
                "{\"name\": \"a\\tb\"}",
                "{\"name\": \"x\", \"color\": \"red\"}",
                "{\"name\": \"x\", \"color\": \"#1e88e\"}",
                "{\"name\": \"x\", \"color\": \"#1e88eg\"}",
                "{\"name\": \"Inbox\"}",
                "{}"
            })
    void refusesListsThatAreNone(String list) {
        alice.post("/lists", list).then().statusCode(400);
        alice.get("/lists").body("name", contains("Inbox"));
    }

    @Test
    @DisplayName("A17 a user can have at most 500 lists, including the inbox")
    void limitsTheNumberOfLists() {
        alice.request()
                .contentType("text/csv")
                .body(IntStream.range(1, 500)
                        .mapToObj("x,list %d\n"::formatted)
                        .collect(Collectors.joining("", "title,list\n", "")))
                .post("/tasks/import")
                .then()
                .statusCode(200);

        alice.post("/lists", Map.of("name", "one too many"))
                .then()
                .statusCode(409)
                .body("type", endsWith(":too-many-lists"))
                .body("detail", equalTo("There are already 500 lists, which is the maximum"));
        alice.get("/lists").body("", hasSize(500));
    }

    @Test
    void twoListsMadeAtTheSameTimeHaveTwoNames() {
        for (var name : IntStream.range(0, 10).mapToObj("Garden %d"::formatted).toList()) {
            var answers = Stream.generate(() -> CompletableFuture.supplyAsync(() ->
                            alice.post("/lists", "{\"name\": \"" + name + "\"}").statusCode()))
                    .limit(4)
                    .toList();

            assertThat(answers)
                    .extracting(CompletableFuture::join)
                    .containsOnlyOnce(201)
                    .isSubsetOf(201, 400);
        }
    }

    @Test
    void deletingAsksWhatBecomesOfTheTasks() {
        var path = "/lists/" + alice.createList("Garden");

        alice.delete(path).statusCode(400).body("errors.field", contains("tasks"));
        alice.request()
                .header("If-Match", "*")
                .delete(path + "?tasks=burn")
                .then()
                .statusCode(400)
                .body("errors.field", contains("tasks"));
        alice.get(path).statusCode(200);
    }

    @Test
    void deletingMovesTheTasksToTheInbox() {
        var garden = alice.createList("Garden");
        var task = alice.create(Map.of("title", "Water the plants", "list", garden));

        alice.request()
                .header("If-Match", "*")
                .delete("/lists/" + garden + "?tasks=move")
                .then()
                .statusCode(204);

        alice.get("/lists/" + garden).statusCode(404);
        alice.get("/tasks").body("id", contains(task));
        alice.get("/tasks/" + task + "/history")
                .body("[0].fields.field", contains("list"))
                .body("client", everyItem(equalTo("taskmaster-webapp")));
    }

    @Test
    void deletingPutsTheTasksIntoTheTrash() {
        var garden = alice.createList("Garden");
        var task = alice.create(Map.of("title", "Water the plants", "list", garden));
        var trashed = alice.create(Map.of("title", "Sow beans", "list", garden));
        alice.request()
                .header("If-Match", "*")
                .delete("/tasks/" + trashed)
                .then()
                .statusCode(204);

        alice.request()
                .header("If-Match", "*")
                .delete("/lists/" + garden + "?tasks=trash")
                .then()
                .statusCode(204);

        alice.get("/tasks").body("", empty());
        alice.get("/tasks?status=trashed").body("id", containsInAnyOrder(task, trashed));
        alice.get("/tasks/" + task + "/history").body("[0].fields.field", containsInAnyOrder("list", "trashed"));
        alice.get("/tasks/" + trashed + "/history").body("[0].fields.field", contains("list"));
    }
}
