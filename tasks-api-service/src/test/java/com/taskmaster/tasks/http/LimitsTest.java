package com.taskmaster.tasks.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.taskmaster.tasks.TasksApi;
import com.taskmaster.tasks.WithBackingProcesses;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithBackingProcesses
class LimitsTest {

    private static final int MORE_THAN_16_MIB = 17 * 1024 * 1024;

    @TestHTTPResource("/tasks")
    URI tasks;

    private final TasksApi alice = TasksApi.somebodyNew();

    @Test
    @DisplayName("A17 a body whose Content-Length is too large is rejected with 413 before it is sent")
    void refusesALargeBody() throws IOException {
        assertThat(answerTo(
                        "POST /tasks HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
                                .formatted(MORE_THAN_16_MIB)))
                .startsWith("HTTP/1.1 413 Request Entity Too Large")
                .contains("content-type: application/problem+json")
                .last(InstanceOfAssertFactories.STRING)
                .contains("urn:problem-type:taskmaster:content-too-large", "larger than 16 MiB");
    }

    @ParameterizedTest(name = "A17 a broken request, {0}, is refused before its scope is checked")
    @CsvSource({"a request line of over 32768 bytes, 33000, 1, 414", "headers of over 20480 bytes, 1, 21000, 431"})
    void refusesAnEndlessHead(String what, int query, int header, int status) throws IOException {
        var answer = answerTo("GET /tasks?q=%s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Odd: %s\r\n\r\n"
                .formatted("x".repeat(query), "x".repeat(header)));

        assertThat(answer).last().isEqualTo("");
        assertThat(answer).first(InstanceOfAssertFactories.STRING).matches("HTTP/1\\.\\d %d .*".formatted(status));
    }

    private List<String> answerTo(String request) throws IOException {
        try (var socket = new Socket(tasks.getHost(), tasks.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .lines()
                    .toList();
        }
    }

    @ParameterizedTest(name = "A17 nesting of {0} levels is rejected")
    @ValueSource(ints = {33, 10_000})
    void refusesDeepNesting(int depth) {
        alice.post("/tasks", "{\"title\": \"x\", \"unknown\": " + "[".repeat(depth) + "]".repeat(depth) + "}")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
        alice.get("/tasks").body("", hasSize(0));
    }

    @Test
    @DisplayName("A17 endless strings and numbers are refused in any field, even an unknown one")
    void refusesEndlessValues() {
        for (var value : List.of("\"" + "x".repeat(100_001) + "\"", "1".repeat(1_000))) {
            alice.post("/tasks", "{\"title\": \"x\", \"position\": " + value + "}")
                    .then()
                    .statusCode(400);
        }
        alice.get("/tasks").body("", hasSize(0));
    }

    static Stream<Arguments> endlessArrays() {
        var bulk = "{\"operations\": [%s]}";
        var steps = "{\"op\": \"create\", \"task\": {\"title\": \"x\", \"checklist\": [%s]}}"
                .formatted(repeated("{}", 300));
        var patch = "{\"op\": \"change\", \"id\": \"%s\", \"changes\": {\"a\": [%s]}}";
        return Stream.of(
                arguments("/tasks/bulk", bulk.formatted(repeated("{}", 800_000)), 1),
                arguments("/tasks/bulk", bulk.formatted(repeated("{}", 100_000)), 1),
                arguments("/tasks/bulk", bulk.formatted(repeated(steps, 500)), 1_000),
                arguments(
                        "/tasks/bulk", bulk.formatted(patch.formatted(UUID.randomUUID(), repeated("[]", 800_000))), 1),
                arguments("/tasks", "{\"title\": \"x\", \"checklist\": [%s]}".formatted(repeated("{}", 300_000)), 1),
                arguments("/tasks", "{\"title\": \"x\", \"checklist\": [%s]}".formatted(repeated("{}", 100_000)), 102),
                arguments("/tasks", "{\"title\": \"x\", \"tags\": [%s]}".formatted(numbered(100_000)), 22));
    }

    @ParameterizedTest(name = "A17 an endless array is rejected with {2} errors, however many it has: {0} {index}")
    @MethodSource("endlessArrays")
    void refusesEndlessArrays(String path, String body, int errors) {
        alice.post(path, body)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors", hasSize(errors));
        alice.get("/tasks").body("", hasSize(0));
    }

    @ParameterizedTest(
            name = "A17 an endless array in a patch is rejected with {1} errors, however many it has: {index}")
    @CsvSource({"300000, 0", "100000, 102"})
    void refusesEndlessArraysOfAPatch(int elements, int errors) {
        var id = alice.create("x");

        alice.patch("/tasks/" + id, "*", "{\"checklist\": [" + repeated("{}", elements) + "]}")
                .then()
                .statusCode(400)
                .body("errors", errors == 0 ? nullValue() : hasSize(errors));
        alice.get("/tasks/" + id).body("checklist", hasSize(0));
    }

    @Test
    @DisplayName("A17 one request may hold 500 tasks of the maximum size")
    void bearsLargeTasks() {
        var steps = Collections.nCopies(100, Map.of("text", "s", "done", true));
        var tags = IntStream.range(0, 20).mapToObj(Integer::toString).toList();
        var task = Map.of(
                "title",
                "x",
                "notes",
                "n",
                "due",
                Map.of("date", "2026-12-24", "time", "17:00:30", "zone", "Europe/Berlin"),
                "priority",
                "high",
                "tags",
                tags,
                "checklist",
                steps,
                "repeat",
                Map.of("rule", "FREQ=DAILY", "from", "completion"),
                "position",
                1,
                "completed",
                false,
                "trashed",
                false);

        alice.post("/tasks/bulk", Map.of("operations", Collections.nCopies(500, Map.of("op", "create", "task", task))))
                .then()
                .statusCode(200)
                .body("results", hasSize(500));
    }

    private static String repeated(String element, int count) {
        return String.join(",", Collections.nCopies(count, element));
    }

    /** Strings that are not valid tags. */
    private static String numbered(int count) {
        return IntStream.range(0, count).mapToObj("\" %d\""::formatted).collect(Collectors.joining(","));
    }

    @Test
    void compressesListsAndLeavesWhatHasAStrongETagAlone() {
        var ids = Stream.generate(() -> alice.create(Map.of("title", "same", "notes", "same ".repeat(100))))
                .limit(20)
                .toList();

        alice.request()
                .header("Accept-Encoding", "gzip")
                .get("/tasks")
                .then()
                .header("Content-Encoding", equalTo("gzip"));
        alice.request()
                .header("Accept-Encoding", "gzip")
                .get("/tasks/" + ids.get(0))
                .then()
                .header("Content-Encoding", nullValue())
                .header("ETag", not(emptyOrNullString()));
    }

    @Test
    void isClosedToPagesOfOtherOrigins() {
        alice.request()
                .header("Origin", "https://evil.example")
                .header("Access-Control-Request-Method", "GET")
                .options("/tasks")
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
        alice.request()
                .header("Origin", "https://evil.example")
                .get("/tasks")
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
    }
}
