package com.taskmaster.tasks.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.taskmaster.tasks.TasksApi;
import com.taskmaster.tasks.WithBackingServices;
import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts the round trips to the database, by the messages that the driver logs. */
@QuarkusTest
@WithBackingServices
class StatementCountsTest {

    private static final int MANY = 200;

    private static final Logger DRIVER = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");

    private static TasksApi withOne;
    private static TasksApi withMany;

    @Inject
    AgroalDataSource database;

    @Inject
    Scheduler scheduler;

    private final TasksApi alice = TasksApi.somebodyNew();
    private final AtomicInteger questions = new AtomicInteger();

    /** After each Sync the driver waits for the response to a statement or a batch (PostgreSQL, "Extended Query"). */
    private final Handler counter = new Handler() {

        @Override
        public void publish(LogRecord message) {
            if (message.getMessage().contains("FE=> Sync")) {
                questions.incrementAndGet();
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    /** Scheduled jobs would be counted as well. */
    @BeforeEach
    void stopTheClock() {
        scheduler.pause();
    }

    @AfterEach
    void letTheClockGoOn() {
        scheduler.resume();
    }

    /** Runs once for all tests, which only read the data. */
    @BeforeEach
    void fill() throws SQLException {
        if (withMany == null) {
            withOne = filled(1);
            withMany = filled(MANY);
        }
    }

    @ParameterizedTest(name = "A12 GET {0} executes as many statements for 200 entries as for one")
    @ValueSource(
            strings = {
                "/tasks?limit=200",
                "/tasks/{id}",
                "/tasks/{id}/history?limit=200",
                "/tasks/summary",
                "/tasks/export",
                "/lists",
                "/tags?limit=200"
            })
    void readsManyAsOne(String path) {
        var forOne = reading(withOne, path);
        var forMany = reading(withMany, path);

        assertThat(forOne).isPositive();
        assertThat(forMany).isEqualTo(forOne);
    }

    @Test
    @DisplayName("A12 the top of the list is queried once, however many tasks are put there")
    void putsManyToTheTopAsOne() {
        var ids = tasks(Map.of("title", "x"));

        var placed = asking(() -> change(ids, "{\"position\": 5}"));
        var putToTheTop = asking(() -> change(ids, "{\"position\": null}"));

        assertThat(putToTheTop).isLessThanOrEqualTo(placed + 2);
        alice.get("/tasks").body("id", equalTo(reversed(ids)));
    }

    @Test
    @DisplayName("A12 the next occurrences of repeating tasks are queried once, however many are reopened")
    void opensManyAgainAsOne() {
        var once = tasks(Map.of("title", "x"));
        var repeating = tasks(Map.of("title", "x", "repeat", Map.of("rule", "FREQ=DAILY")));
        change(once, "{\"completed\": true}");
        change(repeating, "{\"completed\": true}");

        var simple = asking(() -> change(once, "{\"completed\": false}"));
        var withNext = asking(() -> change(repeating, "{\"completed\": false}"));

        assertThat(withNext).isLessThanOrEqualTo(simple + 4);
        alice.get("/tasks?limit=200").body("id", hasSize(once.size() + repeating.size()));
    }

    @Test
    @DisplayName("A12 an import of many tasks executes hardly more statements than that of one")
    void bringsManyInAsOne() {
        var bob = TasksApi.somebodyNew();

        var one = asking(() -> bringIn(alice, "title,list\nx,Garden\n"));
        var many = asking(() -> bringIn(bob, "title,list\n" + "x,Garden\n".repeat(MANY)));

        assertThat(many).isLessThan(one + 10);
        bob.get("/tasks/" + idOf(bob) + "/history")
                .body("fields[0].find { it.field == 'title' }.to", equalTo("x"))
                .body("client", contains("taskmaster-webapp"));
    }

    private static void bringIn(TasksApi user, String file) {
        user.request()
                .contentType("text/csv")
                .body(file)
                .post("/tasks/import")
                .then()
                .statusCode(200);
    }

    @Test
    @DisplayName(
            "A12 a bulk request with many operations, including their histories, executes hardly more statements than one with a single operation")
    void carriesManyOutAsOne() {
        var create = Map.of("op", "create", "task", Map.of("title", "x"));

        var one = asking(() -> carryOut(List.of(create)));
        var many = asking(() -> carryOut(Collections.nCopies(MANY, create)));
        assertThat(many).isLessThan(one + 10);

        var ids = alice.get("/tasks?limit=200").extract().<List<String>>path("id");
        var oneDeleted = asking(() -> carryOut(deletions(ids.subList(0, 1))));
        var manyDeleted = asking(() -> carryOut(deletions(ids.subList(1, ids.size()))));
        assertThat(manyDeleted).isLessThan(oneDeleted + 10);
    }

    private static List<?> deletions(List<String> ids) {
        return ids.stream().map(id -> Map.of("op", "delete", "id", id)).toList();
    }

    private void carryOut(List<?> operations) {
        alice.post("/tasks/bulk", operations(operations)).then().statusCode(200);
    }

    /** A user with this many lists, tasks, tags and changes of a task. */
    private TasksApi filled(int count) throws SQLException {
        var user = TasksApi.somebodyNew();
        var rows = IntStream.range(0, count)
                .mapToObj("{\"title\": \"task %1$d\", \"list\": \"list %1$d\", \"tags\": [\"tag %1$d\"]}"::formatted)
                .collect(Collectors.joining(",", "[", "]"));
        user.post("/tasks/import", rows).then().statusCode(200);
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("""
                        insert into task_change (task_id, account_id, changed_at, client, fields)
                        select task_id, account_id, changed_at, client, fields
                          from task_change, generate_series(2, ?) where task_id = ?""")) {
            statement.setInt(1, count);
            statement.setObject(2, UUID.fromString(idOf(user)));
            statement.executeUpdate();
        }
        return user;
    }

    private static String idOf(TasksApi user) {
        return user.get("/tasks?limit=1").extract().path("[0].id");
    }

    /** The minimum of several attempts, because a connection that was idle is validated first. */
    private int reading(TasksApi user, String path) {
        var address = path.replace("{id}", idOf(user));
        return IntStream.range(0, 3)
                .map(i -> asking(() -> user.get(address).statusCode(200)))
                .min()
                .orElseThrow();
    }

    private int asking(Runnable request) {
        questions.set(0);
        DRIVER.setUseParentHandlers(false);
        DRIVER.setLevel(Level.FINEST);
        DRIVER.addHandler(counter);
        try {
            request.run();
            return questions.get();
        } finally {
            DRIVER.removeHandler(counter);
            DRIVER.setLevel(null);
            DRIVER.setUseParentHandlers(true);
        }
    }

    private List<String> tasks(Map<String, ?> task) {
        return alice.post(
                        "/tasks/bulk",
                        operations(IntStream.range(0, 50)
                                .mapToObj(i -> Map.of("op", "create", "task", task))
                                .toList()))
                .then()
                .statusCode(200)
                .extract()
                .path("results.id");
    }

    private void change(List<String> ids, String changes) {
        var operations = ids.stream()
                .map(id -> "{\"op\": \"change\", \"id\": \"%s\", \"changes\": %s}".formatted(id, changes))
                .collect(Collectors.joining(","));
        alice.post("/tasks/bulk", "{\"operations\": [%s]}".formatted(operations))
                .then()
                .statusCode(200);
    }

    private static Map<String, ?> operations(List<?> operations) {
        return Map.of("operations", operations);
    }

    private static List<String> reversed(List<String> ids) {
        return IntStream.range(0, ids.size())
                .mapToObj(i -> ids.get(ids.size() - 1 - i))
                .toList();
    }
}
