package com.taskmaster.tasks.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.taskmaster.tasks.TasksApi;
import com.taskmaster.tasks.WithBackingServices;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The user-defined order, in which clients place an entry in the middle of two others. */
@QuarkusTest
@WithBackingServices
class OrderTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    AgroalDataSource database;

    private final TasksApi alice = TasksApi.somebodyNew();
    private final Map<String, Double> positions = new HashMap<>();

    @ParameterizedTest(
            name = "A12 200 {0} that are moved to the same place, {1}, are in the order that they were moved to")
    @CsvSource({"/tasks, below the first", "/tasks, between the last two that were moved", "/lists, above the last"})
    void keepsTheOrderHoweverOftenSomethingIsMovedToTheSamePlace(String path, String place) throws Exception {
        for (var name : List.of("a", "b", "c", "d", "e", "f")) {
            alice.post(path, Map.of(path.equals("/tasks") ? "title" : "name", name))
                    .then()
                    .statusCode(201);
        }
        var order = inOrder(path);
        for (var move = 0; move < 200; move++) {
            var moved = order.remove(place.equals("above the last") ? 0 : order.size() - 1);
            var index =
                    switch (place) {
                        case "below the first" -> 1;
                        case "above the last" -> order.size() - 1;
                        default -> 1 + move % 2;
                    };
            move(path, moved, order, index);

            assertThat(inOrder(path)).as("after move " + move).isEqualTo(order);
        }
    }

    @Test
    @DisplayName(
            "A12 tasks moved one below the other between many imported ones keep the order, and undoing the import keeps only the moved ones")
    void keepsTheOrderOfManyImportedTasks() throws Exception {
        String id = alice.request()
                .contentType("text/csv")
                .body("title\n" + "x\n".repeat(260))
                .post("/tasks/import")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
        var order = inOrder("/tasks");
        for (var move = 0; move < 60; move++) {
            move("/tasks", order.remove(order.size() - 1), order, 110 + move);

            assertThat(inOrder("/tasks")).as("after move " + move).isEqualTo(order);
        }
        alice.request()
                .delete("/tasks/imports/" + id)
                .then()
                .body("trashed", equalTo(200))
                .body("kept", equalTo(60));
    }

    private void move(String path, String moved, List<String> order, int index) {
        var between = (positions.get(order.get(index - 1)) + positions.get(order.get(index))) / 2;
        order.add(index, moved);
        alice.patch(path + "/" + moved, "*", Map.of("position", between)).then().statusCode(200);
    }

    /** @return the ids of all entries */
    private List<String> inOrder(String path) throws IOException {
        var ids = new ArrayList<String>();
        for (var page = path + "?limit=200"; page != null; ) {
            var answer = alice.get(page.replace("/lists?limit=200", "/lists"))
                    .extract()
                    .response();
            for (JsonNode entry : JSON.readTree(answer.asString())) {
                ids.add(entry.path("id").asText());
                positions.put(entry.path("id").asText(), entry.path("position").doubleValue());
            }
            var next = answer.header("Link");
            page = next == null ? null : next.replaceAll("<(.*)>; rel=\"next\"", "$1");
        }
        return ids;
    }

    @Test
    @DisplayName("A12 a task that makes room has a new version, but nobody has changed it")
    void changesOnlyTheVersionOfWhatMakesRoom() {
        var first = alice.create(Map.of("title", "first", "position", 1));
        var second = alice.create(Map.of("title", "second", "position", 1.0000008));
        var changedAt = alice.get("/tasks/" + second).extract().<String>path("changedAt");
        var between = alice.create(Map.of("title", "between", "position", 1.0000004));

        alice.get("/tasks").body("id", contains(first, between, second));
        alice.get("/tasks/" + between).body("position", equalTo(1.0000004f)).body("version", equalTo(0));
        alice.get("/tasks/" + second)
                .body("position", greaterThan(1.5f))
                .body("version", equalTo(1))
                .body("changedAt", equalTo(changedAt));
        alice.get("/tasks/" + second + "/history").body("", hasSize(1));
    }

    @Test
    @DisplayName("A12 a bulk request tells the versions of its tasks that made room for each other")
    void tellsTheVersionsAfterRoomWasMade() {
        var versions = alice.post(
                        "/tasks/bulk",
                        Map.of(
                                "operations",
                                IntStream.of(0, 8, 4)
                                        .mapToObj(step -> Map.of(
                                                "op",
                                                "create",
                                                "task",
                                                Map.of("title", step + "", "position", 1 + step / 1e7)))
                                        .toList()))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        for (var index = 0; index < 3; index++) {
            var result = "results[" + index + "].task.";
            alice.get("/tasks/" + versions.getString(result + "id"))
                    .body("version", equalTo(versions.getInt(result + "version")))
                    .body("position", equalTo(versions.getFloat(result + "position")));
        }
    }

    @Test
    @DisplayName("A12 the next occurrence of a task that made room is taken back when that is reopened")
    void takesBackANextOccurrenceThatMadeRoom() {
        var weekly = alice.create(Map.of(
                "title",
                "weekly",
                "position",
                1,
                "due",
                Map.of("date", "2026-11-30"),
                "repeat",
                Map.of("rule", "FREQ=WEEKLY")));
        alice.change(weekly, Map.of("completed", true));
        alice.create(Map.of("title", "close", "position", 1.0000004));

        alice.change(weekly, Map.of("completed", false)).body("next", nullValue());
        alice.get("/tasks").body("title", contains("weekly", "close"));
    }

    @ParameterizedTest(name = "A17 something can be moved although another request holds its neighbor: {0}")
    @CsvSource({"/tasks, task, title", "/lists, task_list, name"})
    void waitsForNoNeighbor(String path, String table, String name) throws SQLException {
        var neighbor = create(path, Map.of(name, "neighbor", "position", 1));
        try (var other = database.getConnection();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select 1 from %s where id = '%s' for update".formatted(table, neighbor));

            var close = create(path, Map.of(name, "close", "position", 1.0000004));
            alice.get(path + "/" + close).body("version", equalTo(0));
            alice.get(path + "/" + neighbor).body("version", equalTo(0));
            other.rollback();

            alice.patch(path + "/" + close, "*", Map.of("position", 1.0000003))
                    .then()
                    .statusCode(200);
            alice.get(path + "/" + neighbor).body("version", equalTo(1));
        }
    }

    private String create(String path, Map<String, ?> entry) {
        return alice.post(path, entry).then().statusCode(201).extract().path("id");
    }
}
