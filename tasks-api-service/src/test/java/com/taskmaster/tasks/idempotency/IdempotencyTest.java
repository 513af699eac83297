package com.taskmaster.tasks.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;

import com.taskmaster.tasks.TasksApi;
import com.taskmaster.tasks.WithBackingServices;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithBackingServices
class IdempotencyTest {

    @Inject
    AgroalDataSource database;

    @Inject
    IdempotentRequests requests;

    private final TasksApi alice = TasksApi.somebodyNew();
    private final String key = UUID.randomUUID().toString();

    private Response post(TasksApi user, String path, String body) {
        return user.request()
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post(path);
    }

    @Test
    @DisplayName("A13 a POST repeated with its key creates one task, and gets the same response")
    void createsOneTask() {
        var first = post(alice, "/tasks", "{\"title\": \"Water the plants\"}");
        var second = post(alice, "/tasks", "{\"title\": \"Water the plants\"}");

        assertThat(first.statusCode()).isEqualTo(201);
        assertAnsweredAlike(first, second);
        assertThat(second.header("Location")).startsWith("/tasks/");
        assertThat(second.header("ETag")).isNotNull();
        alice.get("/tasks").body("", hasSize(1));
    }

    @Test
    @DisplayName("A13 a POST of a list repeated with its key creates one list, and gets the same response")
    void createsOneList() {
        var first = post(alice, "/lists", "{\"name\": \"Garden\"}");
        var second = post(alice, "/lists", "{\"name\": \"Garden\"}");

        assertThat(first.statusCode()).isEqualTo(201);
        assertAnsweredAlike(first, second);
        assertThat(second.header("Location")).startsWith("/lists/");
        alice.get("/lists").body("name", contains("Inbox", "Garden"));
    }

    @Test
    @DisplayName("A13 a bulk request repeated with its key is carried out once, and gets the same response")
    void carriesOutOnce() {
        var id = alice.create("old");
        var operations = """
                {"operations": [{"op": "create", "task": {"title": "new"}}, {"op": "delete", "id": "%s"}]}""".formatted(id);
        var first = post(alice, "/tasks/bulk", operations);
        var second = post(alice, "/tasks/bulk", operations);

        assertThat(first.statusCode()).isEqualTo(200);
        assertAnsweredAlike(first, second);
        alice.get("/tasks").body("title", contains("new"));
        alice.get("/tasks?status=trashed").body("id", contains(id));
    }

    private static void assertAnsweredAlike(Response first, Response second) {
        assertThat(second.statusCode()).isEqualTo(first.statusCode());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(second.contentType()).isEqualTo(first.contentType());
        assertThat(second.asString()).isEqualTo(first.asString());
    }

    @Test
    @DisplayName("A13 of many concurrent requests with one key, one creates the task, and all get the same response")
    void createsOneTaskOfManyAtOnce() {
        var posts = Stream.generate(() ->
                        CompletableFuture.supplyAsync(() -> post(alice, "/tasks", "{\"title\": \"Water the plants\"}")))
                .limit(8)
                .toList();

        assertThat(posts)
                .extracting(post -> post.join().asString())
                .containsOnly(posts.get(0).join().asString());
        assertThat(posts).extracting(post -> post.join().statusCode()).containsOnly(201);
        alice.get("/tasks").body("", hasSize(1));
    }

    @Test
    @DisplayName("A13 while the first request with a key is being processed, the second is soon refused")
    void refusesToWaitForLong() throws Exception {
        alice.get("/tasks").statusCode(200);
        try (var first = database.getConnection();
                var statement = first.createStatement()) {
            first.setAutoCommit(false);
            statement.execute(
                    "insert into idempotent_request (account_id, key, received_at) select id, '%s', now() from account where subject = '%s'"
                            .formatted(key, alice.user()));

            post(alice, "/tasks", "{\"title\": \"Water the plants\"}")
                    .then()
                    .statusCode(409)
                    .contentType("application/problem+json")
                    .body("detail", containsString("still being processed"))
                    .time(lessThan(20_000L));
            first.rollback();
        }
        post(alice, "/tasks", "{\"title\": \"Water the plants\"}").then().statusCode(201);
    }

    @Test
    @DisplayName("A13 a key that was used for another request is rejected")
    void refusesAKeyThatCameWithAnotherRequest() {
        post(alice, "/tasks", "{\"title\": \"Water the plants\"}").then().statusCode(201);

        post(alice, "/tasks", "{\"title\": \"Something else\"}")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:problem-type:taskmaster:unprocessable-entity"))
                .body("title", equalTo("Unprocessable Entity"));
        post(alice, "/lists", "{\"name\": \"Water the plants\"}").then().statusCode(422);
        alice.get("/tasks").body("title", contains("Water the plants"));
    }

    @Test
    @DisplayName("A13 a repeated request is recognized by the JSON sent, which every release reads alike")
    void knowsARequestAgainByWhatWasSent() throws Exception {
        post(alice, "/tasks", "{\"title\": \"Water the plants\", \"priority\": \"high\"}")
                .then()
                .statusCode(201);
        var fingerprint = texts("select fingerprint from idempotent_request where " + ofAlice());

        post(alice, "/tasks", "{\"priority\":\"high\",\n\"title\":\"Water the plants\"}")
                .then()
                .statusCode(201);
        assertThat(fingerprint).containsExactly("3bcbc754907e3c95fe24f58eff934379e7d14ca3ebe37a189a17fa6d496a39bf");
        alice.get("/tasks").body("", hasSize(1));
    }

    @Test
    @DisplayName(
            "A13 a key that was used for a different request is refused even if this one contains half a surrogate pair")
    void refusesAKeyThatComesAgainWithHalfACharacter() {
        post(alice, "/tasks", "{\"title\": \"Water the plants\"}").then().statusCode(201);

        post(alice, "/tasks/bulk", """
                        {"operations": [{"op": "change", "id": "%s", "changes": {"title": "\\ud83c"}}]}""".formatted(UUID.randomUUID())).then().statusCode(422);
    }

    @Test
    @DisplayName(
            "A13 a key that was used with another zone is refused, because the zone decides when the next occurrence is due")
    void refusesAKeyThatCameWithAnotherQuery() {
        var completed = """
                {"title": "Water the plants", "completed": true, "due": {"date": "2026-11-20"}, "repeat": {"rule": "FREQ=DAILY"}}""";
        post(alice, "/tasks?zone=Pacific/Kiritimati", completed).then().statusCode(201);

        post(alice, "/tasks?zone=Pacific/Kiritimati", completed).then().statusCode(201);
        post(alice, "/tasks?zone=Pacific/Pago_Pago", completed).then().statusCode(422);
        post(alice, "/tasks", completed).then().statusCode(422);
        alice.get("/tasks?status=completed").body("", hasSize(1));
    }

    @Test
    @DisplayName("A13 a repeated file is recognized under any host name and with any parameters of its media type")
    void knowsAFileAgain() {
        var first = bringIn("localhost", "text/csv", "?partial=true");
        var second = bringIn("tasks.example", "Text/CSV; charset=utf-8", "?partial=true");

        assertThat(first.statusCode()).isEqualTo(200);
        assertAnsweredAlike(first, second);
        assertThat(bringIn("localhost", "text/csv", "").statusCode()).isEqualTo(422);
        assertThat(bringIn("localhost", "text/calendar", "?partial=true").statusCode())
                .isEqualTo(422);
        alice.get("/tasks").body("title", contains("Water the plants"));
    }

    private Response bringIn(String host, String type, String query) {
        return alice.request()
                .header("Host", host)
                .header("Idempotency-Key", key)
                .contentType(type)
                .body("title\nWater the plants\n".getBytes(StandardCharsets.UTF_8))
                .post("/tasks/import" + query);
    }

    @Test
    @DisplayName("A13 a failed request may be repeated with its key")
    void forgetsWhatFailed() {
        var list = UUID.randomUUID();
        post(alice, "/tasks", "{\"title\": \"Water the plants\", \"list\": \"%s\"}".formatted(list))
                .then()
                .statusCode(400);
        alice.get("/tasks").body("", empty());

        post(alice, "/tasks", "{\"title\": \"Water the plants\"}").then().statusCode(201);
    }

    @Test
    @DisplayName("A13 a key is remembered for a day, and then forgotten")
    void forgetsAfterADay() throws Exception {
        var first = post(alice, "/tasks", "{\"title\": \"Water the plants\"}").<String>path("id");
        received("23 hours");
        requests.removeOld();
        post(alice, "/tasks", "{\"title\": \"Water the plants\"}").then().body("id", equalTo(first));

        received("25 hours");
        requests.removeOld();
        post(alice, "/tasks", "{\"title\": \"Water the plants\"}")
                .then()
                .statusCode(201)
                .body("id", not(first));
    }

    private void received(String ago) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("update idempotent_request set received_at = now() - interval '%s' where key = '%s'"
                    .formatted(ago, key));
        }
    }

    @Test
    @DisplayName("A13 keys are deleted in batches, skipping those that another transaction has locked")
    void forgetsAroundWhatIsHeld() throws Exception {
        alice.get("/tasks").statusCode(200);
        try (var other = database.getConnection();
                var statement = other.createStatement()) {
            statement.execute("""
                    insert into idempotent_request (account_id, key, received_at)
                    select id, 'key ' || number, now() - interval '25 hours'
                      from account, generate_series(1, 2500) as number where subject = '%s'""".formatted(alice.user()));
            other.setAutoCommit(false);
            statement.execute(
                    "select 1 from idempotent_request where %s and key = 'key 7' for update".formatted(ofAlice()));

            requests.removeOld();

            assertThat(keysOfAlice()).containsExactly("key 7");
            other.rollback();
        }
        requests.removeOld();
        assertThat(keysOfAlice()).isEmpty();
    }

    @Test
    @DisplayName("A13 a key that is deleted at the very moment it is used again counts as new")
    void takesAKeyThatIsJustForgottenForANewOne() throws Exception {
        post(alice, "/tasks", "{\"title\": \"Water the plants\"}").then().statusCode(201);
        received("25 hours");
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    create function forget() returns trigger language plpgsql as
                    'begin delete from idempotent_request where received_at < now() - interval ''1 day''; return null; end'""");
            statement.execute("""
                    create trigger forgets after insert on idempotent_request
                    for each statement execute function forget()""");
            try {
                post(alice, "/tasks", "{\"title\": \"Water the plants\"}")
                        .then()
                        .statusCode(201);
            } finally {
                statement.execute("drop function forget cascade");
            }
        }
        alice.get("/tasks").body("", hasSize(2));
    }

    private List<String> keysOfAlice() throws SQLException {
        return texts("select key from idempotent_request where " + ofAlice());
    }

    private String ofAlice() {
        return "account_id = (select id from account where subject = '%s')".formatted(alice.user());
    }

    private List<String> texts(String query) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    @Test
    @DisplayName("A13 two users may use the same key")
    void keepsUsersApart() {
        var bob = TasksApi.somebodyNew();
        post(alice, "/tasks", "{\"title\": \"Alice's\"}").then().statusCode(201);

        post(bob, "/tasks", "{\"title\": \"Bob's\"}").then().statusCode(201);
        bob.get("/tasks").body("title", contains("Bob's"));
    }

    @Test
    @DisplayName("A13 an invalid key is refused")
    void refusesAKeyThatIsNone() {
        alice.request()
                .header("Idempotency-Key", "x".repeat(256))
                .contentType("application/json")
                .body("{\"title\": \"Water the plants\"}")
                .post("/tasks")
                .then()
                .statusCode(400)
                .body("errors.field", contains("Idempotency-Key"));
        alice.get("/tasks").body("", empty());
    }
}
