package com.taskmaster.tasks.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;

import com.taskmaster.tasks.TasksApi;
import com.taskmaster.tasks.WithBackingServices;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever an owner does, no data of another owner is changed or involved. */
@QuarkusTest
@WithBackingServices
class OwnersApartTest {

    private static final String JSON = "application/json";
    private static final String CSV = "text/csv";
    private static final Set<String> CHANGING = Set.of("post", "put", "patch", "delete");

    /** Names in braces stand for the ids of what {@link #settle} creates. */
    private static final List<Change> CHANGES = List.of(
            new Change("POST /tasks", JSON, "{\"title\": \"Dig\", \"list\": \"{list}\", \"tags\": [\"spring\"]}"),
            new Change("POST /tasks/bulk", JSON, "{\"operations\": [{\"op\": \"delete\", \"id\": \"{task}\"}]}"),
            new Change("PATCH /tasks/{task}", TasksApi.MERGE_PATCH, "{\"title\": \"Dig\", \"completed\": true}"),
            new Change("DELETE /tasks/{task}"),
            new Change("DELETE /tasks"),
            new Change("DELETE /tasks?status=trashed"),
            new Change("POST /tasks/import", CSV, "title,list,tags\nDig,Garden,spring\n"),
            new Change("DELETE /tasks/imports/{import}"),
            new Change("POST /lists", JSON, "{\"name\": \"Balcony\"}"),
            new Change("PATCH /lists/{list}", TasksApi.MERGE_PATCH, "{\"name\": \"Balcony\", \"position\": 5}"),
            new Change("DELETE /lists/{list}?tasks=move"),
            new Change("DELETE /lists/{list}?tasks=trash"));

    @Inject
    AgroalDataSource database;

    private final TasksApi alice = TasksApi.somebodyNew();
    private final TasksApi bob = TasksApi.somebodyNew();

    /** @param operation method and path */
    private record Change(String operation, String type, String body) {

        private Change(String operation) {
            this(operation, JSON, "");
        }

        private void by(TasksApi user, Map<String, String> things) {
            var parts = filled(operation, things).split(" ");
            user.request()
                    .header("If-Match", "*")
                    .contentType(type)
                    .body(filled(body, things))
                    .request(parts[0], parts[1])
                    .then()
                    .statusCode(lessThan(300));
        }

        private static String filled(String text, Map<String, String> things) {
            var filled = text;
            for (var thing : things.entrySet()) {
                filled = filled.replace("{" + thing.getKey() + "}", thing.getValue());
            }
            return filled;
        }

        /** The operation's name in the API description. */
        private String name() {
            return operation.replaceAll("\\?.*", "").replaceAll("\\{\\w+}", "{id}");
        }

        @Override
        public String toString() {
            return operation;
        }
    }

    static Stream<Change> changes() {
        return CHANGES.stream();
    }

    @ParameterizedTest(name = "A06 {0} changes nothing of another owner, and does not wait for that owner''s locks")
    @MethodSource("changes")
    void changesNothingOfAnotherOwner(Change change) throws SQLException {
        var things = settle(alice);
        settle(bob);
        var before = everythingOf(bob);
        try (var another = database.getConnection()) {
            another.setAutoCommit(false);
            hold(another, "task", bob);
            hold(another, "task_list", bob);
            change.by(alice, things);
            another.rollback();
        }

        assertThat(everythingOf(bob)).isEqualTo(before);
    }

    @Test
    void knowsEveryOperationThatChangesSomething() {
        var paths = given().get("/q/openapi?format=json").jsonPath().<String, Map<String, ?>>getMap("paths");

        assertThat(changes().map(Change::name).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(paths.entrySet().stream()
                        .flatMap(path -> path.getValue().keySet().stream()
                                .filter(CHANGING::contains)
                                .map(method -> method.toUpperCase(Locale.ROOT) + " " + path.getKey()))
                        .toList());
    }

    @Test
    @DisplayName("A06 each owner has their own order, and room for the maximum number of lists")
    void countsForEachOwnerAlone() {
        bob.create(Map.of("title", "Sow", "position", -1_000_000));
        bob.post("/lists", Map.of("name", "Garden", "position", 1_000_000))
                .then()
                .statusCode(201);
        bringIn(bob, IntStream.range(2, 500).mapToObj("x,list %d\n"::formatted).collect(Collectors.joining()));

        alice.get("/tasks/" + alice.create("Sow")).body("position", equalTo(0f));
        alice.post("/lists", Map.of("name", "Garden")).then().statusCode(201).body("position", equalTo(65_536f));
    }

    /** Creates one of everything. */
    private static Map<String, String> settle(TasksApi user) {
        var list = user.createList("Garden");
        var task = user.create(Map.of("title", "Sow", "list", list, "tags", List.of("spring")));
        user.change(user.create(Map.of("title", "Plough", "list", list)), Map.of("completed", true));
        user.delete("/tasks/" + user.create(Map.of("title", "Weed", "list", list)));
        return Map.of("list", list, "task", task, "import", bringIn(user, "Buy seeds,Garden\n"));
    }

    /** @return the import's id */
    private static String bringIn(TasksApi user, String lines) {
        return user.request()
                .contentType(CSV)
                .body("title,list\n" + lines)
                .post("/tasks/import")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
    }

    /** Everything that the API returns for a user, including the history of each task. */
    private static List<String> everythingOf(TasksApi user) {
        var tasks = Stream.of("open", "completed", "trashed")
                .flatMap(status -> user.get("/tasks?status=" + status).extract().<List<String>>path("id").stream())
                .toList();
        assertThat(tasks).hasSize(4);
        return Stream.of(
                        Stream.of("/tasks/summary", "/tags", "/lists"),
                        tasks.stream().map("/tasks/%s"::formatted),
                        tasks.stream().map("/tasks/%s/history"::formatted))
                .flatMap(paths -> paths)
                .map(path -> user.get(path).statusCode(200).extract().asString())
                .toList();
    }

    /** Locks the user's rows in a table, so that other transactions have to wait for them. */
    private static void hold(Connection connection, String table, TasksApi user) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(
                    "select 1 from %s where account_id = (select id from account where subject = '%s') for update"
                            .formatted(table, user.user()));
        }
    }
}
