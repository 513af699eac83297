package com.taskmaster.tasks.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import com.taskmaster.tasks.TasksApi;
import com.taskmaster.tasks.WithBackingServices;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithBackingServices
class ConditionalRequestsTest {

    private final TasksApi alice = TasksApi.somebodyNew();

    private String make(String collection) {
        return collection
                + "/"
                + (collection.equals("/tasks") ? alice.create("Water the plants") : alice.createList("Garden"));
    }

    private static Map<String, String> rename(String path, String to) {
        return Map.of(path.startsWith("/tasks") ? "title" : "name", to);
    }

    @ParameterizedTest(name = "A10 a read of {0} with If-None-Match gets 304 as long as nothing has changed")
    @ValueSource(strings = {"/tasks", "/lists"})
    void answers304(String collection) {
        var path = make(collection);
        var etag = alice.etag(path);

        assertThat(etag).matches("\"[^\"]+\"");
        alice.request()
                .header("If-None-Match", etag)
                .get(path)
                .then()
                .statusCode(304)
                .header("ETag", equalTo(etag))
                .body(blankOrNullString());
        for (var known : List.of("W/" + etag, "\"x\", W/" + etag, "*", "W/\"x\"," + etag)) {
            alice.request().header("If-None-Match", known).get(path).then().statusCode(304);
        }
        alice.patch(path, etag, rename(path, "Changed")).then().statusCode(200);
        for (var other : List.of(etag, "W/" + etag, "1", "\"1\"x")) {
            alice.request()
                    .header("If-None-Match", other)
                    .get(path)
                    .then()
                    .statusCode(200)
                    .header("ETag", equalTo("\"1\""));
        }
    }

    @ParameterizedTest(name = "A10 a read of {0} with If-Match gets this version, or 412")
    @ValueSource(strings = {"/tasks", "/lists"})
    void readsNoOtherVersion(String collection) {
        var path = make(collection);

        for (var other : List.of("\"1\"", "W/\"0\"", "0")) {
            alice.request()
                    .header("If-Match", other)
                    .get(path)
                    .then()
                    .statusCode(412)
                    .body("type", endsWith(":precondition-failed"));
        }
        alice.request()
                .header("If-Match", "\"1\"")
                .header("If-None-Match", "\"0\"")
                .get(path)
                .then()
                .statusCode(412);
        alice.request().header("If-Match", "\"0\"").get(path).then().statusCode(200);
        alice.request()
                .header("If-Match", "\"0\"")
                .header("If-None-Match", "\"0\"")
                .get(path)
                .then()
                .statusCode(304);
    }

    @ParameterizedTest(
            name = "A10 a change of {0} with If-None-Match is refused if the version is among those that it names")
    @ValueSource(strings = {"/tasks", "/lists"})
    void changesNothingThatIfNoneMatchNames(String collection) {
        var path = make(collection);

        alice.request()
                .contentType(TasksApi.MERGE_PATCH)
                .header("If-Match", "*")
                .header("If-None-Match", "W/\"0\"")
                .body(rename(path, "Changed"))
                .patch(path)
                .then()
                .statusCode(412);
        alice.get(path).body("version", equalTo(0));
    }

    @ParameterizedTest(name = "A10 a change of {0} without If-Match is rejected with 428")
    @ValueSource(strings = {"/tasks", "/lists"})
    void insistsOnIfMatch(String collection) {
        var path = make(collection);

        alice.request()
                .contentType(TasksApi.MERGE_PATCH)
                .body(rename(path, "Changed"))
                .patch(path)
                .then()
                .statusCode(428)
                .body("type", endsWith(":precondition-required"));
        alice.request().delete(path).then().statusCode(428);
        alice.get(path).statusCode(200).body("version", equalTo(0));
    }

    @ParameterizedTest(name = "A10 a change of {0} with a stale If-Match is rejected with 412")
    @ValueSource(strings = {"/tasks", "/lists"})
    void refusesAStaleIfMatch(String collection) {
        var path = make(collection);
        var stale = alice.etag(path);
        alice.patch(path, stale, rename(path, "Changed")).then().statusCode(200).header("ETag", equalTo("\"1\""));

        alice.patch(path, stale, rename(path, "Changed again"))
                .then()
                .statusCode(412)
                .body("type", endsWith(":precondition-failed"));
        alice.patch(path, "W/\"1\"", rename(path, "Changed again")).then().statusCode(412);
        alice.request().header("If-Match", stale).delete(path).then().statusCode(412);
        alice.get(path).statusCode(200).body("version", equalTo(1));
    }

    @ParameterizedTest(name = "A10 a patch of {0} that changes nothing keeps the version")
    @ValueSource(strings = {"/tasks", "/lists"})
    void keepsTheVersionOfWhatDoesNotChange(String collection) {
        var path = make(collection);

        for (var patch : List.of(rename(path, path.startsWith("/tasks") ? "Water the plants" : "Garden"), Map.of())) {
            alice.patch(path, "*", patch).then().statusCode(200).header("ETag", equalTo("\"0\""));
        }
    }

    @RepeatedTest(
            value = 10,
            name = "A10 of two edits at once one wins, the other gets 412 and loses nothing: {currentRepetition}")
    void oneOfTwoEditsWins() throws Exception {
        var path = make("/tasks");
        var etag = alice.etag(path);
        var start = new CyclicBarrier(2);

        var edits = Stream.of("one", "two")
                .map(title -> CompletableFuture.supplyAsync(() -> edit(start, path, etag, title)))
                .toList();
        var answers = List.of(edits.get(0).get(), edits.get(1).get());

        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 412);
        var winner = answers.stream()
                .filter(answer -> answer.statusCode() == 200)
                .findFirst()
                .orElseThrow();
        alice.get(path).body("title", equalTo(winner.path("title"))).body("version", equalTo(1));
    }

    private Response edit(CyclicBarrier start, String path, String etag, String title) {
        try {
            start.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return alice.patch(path, etag, Map.of("title", title));
    }
}
