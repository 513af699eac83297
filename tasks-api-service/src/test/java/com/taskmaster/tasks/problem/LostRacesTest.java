package com.taskmaster.tasks.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import com.taskmaster.tasks.TasksApi;
import com.taskmaster.tasks.WithBackingServices;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Conflicting concurrent requests: the loser is told what to do, and none is told that the service has failed. */
@QuarkusTest
@WithBackingServices
class LostRacesTest {

    private static final String TRASHED = "{\"trashed\": true}";

    private static final int PATIENCE_IN_SECONDS = 30;

    @Inject
    AgroalDataSource database;

    private final TasksApi alice = TasksApi.somebodyNew();

    @RepeatedTest(value = 3, name = "A10 bulk changes of the same tasks in any order are all done: {currentRepetition}")
    void bulkChangesOfTheSameTasksAreAllDone() {
        var ids = create(30);

        var answers = atOnce(IntStream.range(0, 4)
                .<Supplier<Response>>mapToObj(caller -> () -> bulk(caller, shuffled(ids)))
                .toList());

        assertThat(answers).extracting(Response::statusCode).containsOnly(200);
    }

    @Test
    @DisplayName("A10 if a change and a permanent deletion coincide, the loser is told")
    void changesAndRemovalsForGood() {
        for (var id : create(6)) {
            alice.change(id, TRASHED);
            var etag = alice.etag("/tasks/" + id);

            var answers = atOnce(List.of(
                    () -> alice.request().header("If-Match", etag).delete("/tasks/" + id),
                    () -> alice.request().header("If-Match", etag).delete("/tasks/" + id),
                    () -> alice.patch("/tasks/" + id, etag, Map.of("title", "changed"))));

            assertThat(answers)
                    .extracting(Response::statusCode)
                    .containsAnyOf(200, 204)
                    .isSubsetOf(200, 204, 404, 409, 412);
        }
    }

    @Test
    @DisplayName("A10 if the deletion of a list and a move into it coincide, either both succeed or the loser is told")
    void moveIntoAListThatIsBeingDeleted() {
        for (var id : create(6)) {
            var list = alice.createList("Garden " + id);

            var answers = atOnce(List.of(
                    () -> alice.request().header("If-Match", "*").delete("/lists/" + list + "?tasks=move"),
                    () -> alice.patch("/tasks/" + id, "*", Map.of("list", list))));

            assertThat(answers.get(0).statusCode()).isEqualTo(204);
            assertThat(answers.get(1).statusCode()).isIn(200, 400, 409);
            alice.get("/tasks/" + id).statusCode(200);
            alice.get("/lists/" + list).statusCode(404);
        }
    }

    @Test
    @DisplayName("A10 of concurrent requests of every kind for the same tasks, none ends as a fault of the service")
    void everythingAtOnce() {
        var list = alice.createList("Garden");
        var ids = Stream.generate(() -> alice.create(Map.of("title", "Water the plants", "list", list)))
                .limit(40)
                .toList();

        var answers = atOnce(List.of(
                () -> bulk(1, shuffled(ids)),
                () -> bulk(2, shuffled(ids)),
                () -> alice.request().delete("/tasks"),
                () -> alice.request().header("If-Match", "*").delete("/lists/" + list + "?tasks=trash"),
                () -> alice.request().header("If-Match", "*").delete("/lists/" + list + "?tasks=move"),
                () -> alice.patch("/lists/" + list, "*", Map.of("name", "Balcony")),
                () -> alice.request().delete("/tasks?status=trashed"),
                () -> alice.patch("/tasks/" + ids.get(7), "*", Map.of("completed", true))));

        assertThat(answers).extracting(Response::statusCode).isSubsetOf(200, 204, 400, 404, 409, 412, 503);
    }

    @Test
    @DisplayName("A10 a request that an unforeseen deadlock ends is retried")
    void unforeseenDeadlock() throws Exception {
        var ids = create(2).stream().sorted().toList();
        try (var other = database.getConnection()) {
            other.setAutoCommit(false);
            execute(other, "select 1 from task where id = '" + ids.get(1) + "' for update");
            var request = CompletableFuture.supplyAsync(() -> bulk(0, ids));
            await().until(this::somebodyWaitsForALock);
            // The request waited first, so it is the first to detect the deadlock (after deadlock_timeout), before its
            // lock_timeout expires.
            execute(other, "select 1 from task where id = '" + ids.get(0) + "' for update");
            other.rollback();

            request.join().then().statusCode(200);
        }
        alice.get("/tasks").body("notes", everyItem(equalTo("by caller 0")));
    }

    @Test
    @DisplayName("A10 a list is deleted although it gets a task that a transaction waiting for the list is changing")
    void deletionOfAListThatIsBeingFilled() throws Exception {
        var list = alice.createList("Garden");
        try (var filling = database.getConnection();
                var changing = database.getConnection()) {
            filling.setAutoCommit(false);
            changing.setAutoCommit(false);
            execute(filling, "select 1 from task_list where id = '" + list + "' for key share");
            var request = CompletableFuture.supplyAsync(() -> deletion(list));
            await().until(this::somebodyWaitsForALock);
            var id = alice.create(Map.of("title", "Water the plants", "list", list));
            execute(changing, "select 1 from task where id = '" + id + "' for update");
            filling.rollback();
            await("the list is locked, and the task is waited for").until(() -> isLocked(filling, list));
            // Within deadlock_timeout, as above.
            execute(changing, "select 1 from task_list where id = '" + list + "' for key share");
            changing.rollback();

            request.join().then().statusCode(204);
            alice.get("/tasks/" + id).statusCode(200);
        }
    }

    private static boolean isLocked(Connection connection, String list) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select 1 from task_list where id = '" + list + "' for key share skip locked")) {
            return !rows.next();
        } finally {
            connection.rollback();
        }
    }

    @Test
    @DisplayName(
            "A10 the deletion of a list waits for a transaction that has changed one of its tasks and then adds another")
    void deletionAfterAChangeThatAddsToTheList() throws Exception {
        var list = alice.createList("Garden");
        var id = alice.create(Map.of("title", "Water the plants", "list", list));
        try (var other = database.getConnection()) {
            other.setAutoCommit(false);
            execute(other, "update task set completed_at = now() where id = '" + id + "'");
            var request = CompletableFuture.supplyAsync(() -> deletion(list));
            await().until(this::somebodyWaitsForALock);
            execute(other, """
                    insert into task (id, account_id, list_id, title, created_at, changed_at, version)
                    select gen_random_uuid(), account_id, list_id, 'Water the plants again', now(), now(), 0
                      from task where id = '%s'""".formatted(id));
            other.commit();

            request.join().then().statusCode(204);
        }
        alice.get("/tasks").body("title", contains("Water the plants again"));
        alice.get("/tasks?status=completed").body("title", contains("Water the plants"));
    }

    @ParameterizedTest(
            name =
                    "A10 DELETE {0} that has waited for a lock records a later time for the trash than what it waited for")
    @ValueSource(strings = {"/tasks", "/lists/{list}?tasks=trash"})
    void putsIntoTheTrashAfterWhatItHasWaitedFor(String path) throws Exception {
        var list = alice.createList("Garden");
        var id = alice.create(Map.of("title", "Water the plants", "list", list));
        try (var other = database.getConnection()) {
            other.setAutoCommit(false);
            execute(other, "select 1 from task where id = '" + id + "' for update");
            var request = CompletableFuture.supplyAsync(
                    () -> alice.request().header("If-Match", "*").delete(path.replace("{list}", list)));
            await().until(this::somebodyWaitsForALock);
            execute(other, "update task set completed_at = '" + Instant.now() + "' where id = '" + id + "'");
            other.commit();

            request.join().then().statusCode(204);
        }
        var task = alice.get("/tasks/" + id).extract();
        var history = alice.get("/tasks/" + id + "/history").extract();
        var completed = Instant.parse(task.path("completedAt"));
        assertThat(Instant.parse(task.path("trashedAt"))).isAfter(completed);
        assertThat(Instant.parse(task.path("changedAt"))).isAfter(completed);
        assertThat(Instant.parse(history.path("[0].changedAt"))).isAfter(completed);
    }

    @Test
    @DisplayName(
            "A17 a request that waits for a lock is soon refused, and does not occupy a connection for as long as the lock is held")
    void waitsForALockNotForLong() throws Exception {
        var list = alice.createList("Garden");
        var mostConnections =
                database.getConfiguration().connectionPoolConfiguration().maxSize();
        try (var other = database.getConnection()) {
            other.setAutoCommit(false);
            execute(other, "select 1 from task_list where id = '" + list + "' for key share");

            var answers = atOnce(Collections.nCopies(mostConnections, () -> deletion(list)));

            assertThat(answers).extracting(Response::statusCode).containsOnly(503);
            assertThat(answers)
                    .filteredOn(answer -> answer.path("type").equals("urn:problem-type:taskmaster:contention"))
                    .isNotEmpty()
                    .extracting(answer -> answer.header("Retry-After"))
                    .containsOnly("1");
            alice.get("/lists/" + list).statusCode(200);
            other.rollback();
        }
        deletion(list).then().statusCode(204);
    }

    @Test
    @DisplayName(
            "A17 more tasks than a transaction has time for are deleted in parts, which stay when a later one fails; a repeat does the rest")
    void deletesManyTasksInParts() throws Exception {
        var list = alice.createList("Garden");
        var importId = UUID.randomUUID();
        try (var other = database.getConnection()) {
            fill(other, list, 10_500);
            other.setAutoCommit(false);
            execute(other, "select 1 from task where list_id = '%s' and position = 10500 for update".formatted(list));

            deletion(list)
                    .then()
                    .statusCode(503)
                    .header("Retry-After", equalTo("5"))
                    .body("type", endsWith(":partly-done"));
            alice.get("/tasks/summary").body("lists.find { it.list == '%s' }.open".formatted(list), equalTo(500));
            other.rollback();

            deletion(list).then().statusCode(204);
            alice.get("/tasks/summary").body("open", equalTo(10_500)).body("lists", hasSize(1));

            alice.request().delete("/tasks").then().statusCode(204);
            alice.get("/tasks/summary").body("open", equalTo(0)).body("trashed", equalTo(10_500));

            other.setAutoCommit(true);
            execute(other, """
                    update task set trashed_at = null, version = 0, import_id = '%s'
                     where account_id = (select id from account where subject = '%s')""".formatted(importId, alice.user()));
            alice.request()
                    .delete("/tasks/imports/" + importId)
                    .then()
                    .statusCode(200)
                    .body("trashed", equalTo(10_500))
                    .body("kept", equalTo(0));

            alice.request().delete("/tasks?status=trashed").then().statusCode(204);
            alice.get("/tasks/summary").body("trashed", equalTo(0));
        }
    }

    @Test
    @DisplayName("A17 tasks with more notes than a transaction has time for are deleted in parts, too")
    void deletesLongNotesInParts() throws Exception {
        var list = alice.createList("Garden");
        try (var other = database.getConnection()) {
            fill(other, list, 300);
            execute(other, "update task set notes = repeat('x ', 10000) where list_id = '%s'".formatted(list));
            other.setAutoCommit(false);
            execute(other, "select 1 from task where list_id = '%s' and position = 300 for update".formatted(list));

            deletion(list).then().statusCode(503).body("type", endsWith(":partly-done"));
            other.rollback();

            deletion(list).then().statusCode(204);
            alice.get("/tasks/summary").body("open", equalTo(300)).body("lists", hasSize(1));
        }
    }

    @Test
    @DisplayName("A10 a list that is renamed while its many tasks are moved is deleted all the same")
    void deletionOfAListThatIsRenamedMeanwhile() throws Exception {
        var list = alice.createList("Garden");
        try (var other = database.getConnection()) {
            fill(other, list, 10_500);
            other.setAutoCommit(false);
            execute(other, "select 1 from task where list_id = '%s' and position = 10500 for update".formatted(list));
            var etag = alice.etag("/lists/" + list);

            var deletion = CompletableFuture.supplyAsync(
                    () -> alice.request().header("If-Match", etag).delete("/lists/" + list + "?tasks=move"));
            await().until(this::somebodyWaitsForALock);
            alice.patch("/lists/" + list, etag, Map.of("name", "Balcony"))
                    .then()
                    .statusCode(200);
            other.rollback();

            deletion.get(PATIENCE_IN_SECONDS, TimeUnit.SECONDS).then().statusCode(204);
            alice.get("/tasks/summary").body("open", equalTo(10_500)).body("lists", hasSize(1));
        }
    }

    @ParameterizedTest(
            name = "A10 {0} with a name that another list gets at the same time is told so, as if it had been there")
    @ValueSource(strings = {"POST", "PATCH"})
    void nameThatIsTakenAtTheSameTime(String method) throws Exception {
        var garden = alice.createList("Garden");
        try (var other = database.getConnection()) {
            other.setAutoCommit(false);
            execute(other, """
                    insert into task_list (id, account_id, name, position, created_at, changed_at, version)
                    select gen_random_uuid(), account_id, 'Balcony', 0, now(), now(), 0
                      from task_list where id = '%s'""".formatted(garden));
            var request = CompletableFuture.supplyAsync(() -> method.equals("POST")
                    ? alice.post("/lists", Map.of("name", "Balcony"))
                    : alice.patch("/lists/" + garden, "*", Map.of("name", "Balcony")));
            await().until(this::somebodyWaitsForALock);
            other.commit();

            request.join()
                    .then()
                    .statusCode(400)
                    .body("type", endsWith(":validation-failed"))
                    .body("errors.field", contains("name"))
                    .body("errors.code", contains("name-taken"));
        }
    }

    @Test
    @DisplayName(
            "A09 a statement that the database cancels, for example after a timeout, is not a fault of the service")
    void statementThatIsGivenUp() throws Exception {
        var list = alice.createList("Garden");
        try (var other = database.getConnection()) {
            other.setAutoCommit(false);
            execute(other, "select 1 from task_list where id = '" + list + "' for key share");
            var request = CompletableFuture.supplyAsync(() -> deletion(list));
            await().until(this::somebodyWaitsForALock);
            execute(other, "select pg_cancel_backend(pid) from pg_locks where not granted");

            request.join()
                    .then()
                    .statusCode(503)
                    .header("Retry-After", equalTo("5"))
                    .body("type", endsWith(":database-timeout"));
            other.rollback();
        }
    }

    @Test
    @DisplayName("A19 losing the database during a commit is reported as an outage, not as a fault of the service")
    void databaseThatIsLostInACommit() throws Exception {
        try (var other = database.getConnection()) {
            execute(other, """
                    create function end_connection() returns trigger language plpgsql as
                    'begin perform pg_terminate_backend(pg_backend_pid()); return null; end'""");
            execute(other, """
                    create constraint trigger ends_in_commit after insert on task deferrable initially deferred
                    for each row execute function end_connection()""");
            try {
                alice.post("/tasks", Map.of("title", "Water the plants"))
                        .then()
                        .statusCode(503)
                        .header("Retry-After", equalTo("5"))
                        .body("type", endsWith(":database-unavailable"));
            } finally {
                execute(other, "drop function end_connection cascade");
            }
        }
        alice.get("/tasks").body("", empty());
    }

    private Response deletion(String list) {
        return alice.request().header("If-Match", "*").delete("/lists/" + list + "?tasks=move");
    }

    private List<String> create(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> alice.create("Water plant " + i))
                .toList();
    }

    private Response bulk(int caller, List<String> ids) {
        return alice.post(
                "/tasks/bulk",
                Map.of(
                        "operations",
                        ids.stream()
                                .map(id -> Map.of(
                                        "op", "change", "id", id, "changes", Map.of("notes", "by caller " + caller)))
                                .toList()));
    }

    private static List<String> shuffled(List<String> ids) {
        var shuffled = new ArrayList<>(ids);
        Collections.shuffle(shuffled);
        return shuffled;
    }

    private static List<Response> atOnce(List<Supplier<Response>> requests) {
        var start = new CyclicBarrier(requests.size());
        return requests.stream()
                .map(request -> CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                start.await();
                            } catch (Exception e) {
                                throw new IllegalStateException(e);
                            }
                            return request.get();
                        },
                        command -> new Thread(command).start()))
                .toList()
                .stream()
                .map(answer -> answer.orTimeout(PATIENCE_IN_SECONDS, TimeUnit.SECONDS))
                .map(CompletableFuture::join)
                .toList();
    }

    private boolean somebodyWaitsForALock() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from pg_locks where not granted")) {
            row.next();
            return row.getInt(1) > 0;
        }
    }

    private static void fill(Connection connection, String list, int tasks) throws SQLException {
        execute(connection, """
                insert into task (id, account_id, list_id, title, position, created_at, changed_at, version)
                select gen_random_uuid(), account_id, id, 'x', i, now(), now(), 0
                  from task_list, generate_series(1, %d) as i where id = '%s'""".formatted(tasks, list));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
