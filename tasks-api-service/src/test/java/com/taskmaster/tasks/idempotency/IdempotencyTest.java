package com.taskmaster.tasks.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;

import com.taskmaster.tasks.TasksApi;
import com.taskmaster.tasks.WithBackingServices;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithBackingServices
class IdempotencyTest {

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
    @DisplayName("A13 a POST repeated with its key creates one task, and is answered as it was")
    void createsOneTask() {
        var first = post(alice, "/tasks", "{\"title\": \"Water the plants\"}");
        var second = post(alice, "/tasks", "{\"title\": \"Water the plants\"}");

        assertThat(second.statusCode()).isEqualTo(201).isEqualTo(first.statusCode());
        assertThat(second.header("Location")).isNotNull().isEqualTo(first.header("Location"));
        assertThat(second.header("ETag")).isNotNull().isEqualTo(first.header("ETag"));
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.contentType()).isEqualTo(first.contentType());
        alice.get("/tasks").body("", hasSize(1));
    }

    @Test
    @DisplayName("A13 of many at once with one key one creates the task, and all are answered alike")
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
    @DisplayName("A13 a key that came with another request is refused")
    void refusesAKeyThatCameWithAnotherRequest() {
        post(alice, "/tasks", "{\"title\": \"Water the plants\"}").then().statusCode(201);

        post(alice, "/tasks", "{\"title\": \"Something else\"}").then().statusCode(422);
        post(alice, "/lists", "{\"name\": \"Water the plants\"}").then().statusCode(422);
        alice.get("/tasks").body("title", contains("Water the plants"));
    }

    @Test
    @DisplayName("A13 a request that failed may be sent again with its key")
    void forgetsWhatFailed() {
        var list = UUID.randomUUID();
        post(alice, "/tasks", "{\"title\": \"Water the plants\", \"list\": \"%s\"}".formatted(list))
                .then()
                .statusCode(400);
        alice.get("/tasks").body("", empty());

        post(alice, "/tasks", "{\"title\": \"Water the plants\"}").then().statusCode(201);
    }

    @Test
    @DisplayName("A13 two users may choose the same key")
    void keepsUsersApart() {
        var bob = TasksApi.somebodyNew();
        post(alice, "/tasks", "{\"title\": \"Alice's\"}").then().statusCode(201);

        post(bob, "/tasks", "{\"title\": \"Bob's\"}").then().statusCode(201);
        bob.get("/tasks").body("title", contains("Bob's"));
    }

    @Test
    @DisplayName("A13 a key that is none is refused")
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
