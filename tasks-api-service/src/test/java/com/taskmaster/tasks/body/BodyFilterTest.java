package com.taskmaster.tasks.body;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;

import com.taskmaster.tasks.TasksApi;
import com.taskmaster.tasks.WithBackingProcesses;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bodies that arrive slowly, never end, or are sent in unusual ways. */
@QuarkusTest
@WithBackingProcesses
class BodyFilterTest {

    private static final String BODY = "{\"title\": \"Water the plants\"}";
    private static final int MEBIBYTE = 1 << 20;
    private static final int PATIENCE_IN_MILLISECONDS = 30_000;

    @TestHTTPResource
    URI address;

    @ConfigProperty(name = "quarkus.thread-pool.max-threads")
    int threads;

    private final TasksApi alice = TasksApi.somebodyNew();
    private final TasksApi bob = TasksApi.somebodyNew();
    private final List<Socket> sockets = new ArrayList<>();

    @AfterEach
    void leavesNothingBehind() throws IOException {
        for (var socket : sockets) {
            socket.close();
        }
        await().until(() -> inMemory() == 0);
    }

    @Test
    @DisplayName("A17 slow senders, however many, keep nobody waiting")
    void slowSendersHoldUpNobody() throws IOException {
        var slow = new ArrayList<Socket>();
        for (var i = 0; i < 2 * threads; i++) {
            slow.add(send(head(alice, "POST /tasks", "Content-Length: " + BODY.length()) + BODY.substring(0, 10)));
        }

        for (var i = 0; i < threads; i++) {
            bob.get("/tasks").statusCode(200).time(lessThan(5_000L));
        }

        for (var socket : slow) {
            send(socket, BODY.substring(10));
            assertThat(answer(socket)).startsWith("HTTP/1.1 201 ");
        }
        alice.get("/tasks?limit=200").body("", hasSize(slow.size()));
    }

    @Test
    @DisplayName("A17 a sender of single bytes is soon rejected with 408")
    void refusesWhoNeverEnds() throws IOException {
        var begun = System.nanoTime();
        var socket = send(head(alice, "POST /tasks", "Content-Length: 1000") + "{\"title\": \"");

        assertThat(drip(socket))
                .startsWith("HTTP/1.1 408 ")
                .containsIgnoringCase("\r\ncontent-type: application/problem+json")
                .containsIgnoringCase("\r\nconnection: close")
                .contains("urn:problem-type:taskmaster:request-timeout")
                .containsPattern("\"traceId\":\"(?!0{32})[0-9a-f]{32}\"");
        assertThat(System.nanoTime() - begun).isLessThan(PATIENCE_IN_MILLISECONDS * 1_000_000L);
        alice.get("/tasks").body("", hasSize(0));
    }

    @ParameterizedTest(name = "A17 {0} rejects a body of more than {2} MiB, with or without Content-Length")
    @CsvSource({
        "/tasks, application/json, 1",
        "/lists, application/json, 1",
        "/tasks/bulk, application/json, 16",
        "/tasks/import, text/csv, 16"
    })
    void refusesALargeBody(String path, String type, int limit) throws Exception {
        var body = " ".repeat(limit * MEBIBYTE + 1);

        alice.request()
                .contentType(type)
                .body(body)
                .post(path)
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:problem-type:taskmaster:content-too-large"))
                .body("detail", equalTo("The body is larger than " + limit + " MiB"));
        for (var version : HttpClient.Version.values()) {
            var endless = HttpRequest.newBuilder(address.resolve(path))
                    .version(version)
                    .header("Authorization", alice.authorization())
                    .header("Content-Type", type)
                    .POST(BodyPublishers.ofInputStream(
                            () -> new ByteArrayInputStream(body.getBytes(StandardCharsets.US_ASCII))))
                    .build();
            var answer = HttpClient.newHttpClient().send(endless, BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(answer.body())
                    .contains(":content-too-large", "larger than " + limit + " MiB")
                    .containsPattern("\"traceId\":\"(?!0{32})[0-9a-f]{32}\"");
        }
        alice.get("/tasks").body("", hasSize(0));
    }

    @Test
    @DisplayName("A17 the largest task is accepted, even with every character escaped")
    void takesTheLargestTask() {
        var emoji = "\\ud83c\\udf31";
        var item = "{\"text\": \"" + emoji.repeat(500) + "\", \"done\": false}";

        alice.post(
                        "/tasks",
                        "{\"title\": \"x\", \"notes\": \"" + emoji.repeat(20_000) + "\", \"checklist\": ["
                                + String.join(",", Collections.nCopies(100, item)) + "]}")
                .then()
                .statusCode(201)
                .body("checklist", hasSize(100));
    }

    @Test
    @DisplayName("A17 a body whose Content-Length is too large for the operation is rejected before it is sent")
    void refusesALargeBodyBeforeItIsSent() throws IOException {
        var socket = send(head(alice, "POST /tasks", "Expect: 100-continue", "Content-Length: " + (MEBIBYTE + 1)));

        assertThat(answer(socket)).startsWith("HTTP/1.1 413 ").contains("larger than 1 MiB");
    }

    @Test
    @DisplayName("A17 a caller whom the operation refuses anyway is not asked for the body")
    void asksOnlyWhoMayForABody() throws IOException {
        assertThat(answer(send("POST /tasks HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\n"
                        + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n")))
                .startsWith("HTTP/1.1 401 ");
        assertThat(answer(send(head(alice, "POST /tasks?x=y", "Expect: 100-continue", "Content-Length: 20"))))
                .startsWith("HTTP/1.1 400 ");
    }

    @ParameterizedTest(name = "{0} requests a body announced with Expect: 100-continue")
    @CsvSource({"POST /tasks, 201", "POST /tasks/bulk, 400", "POST /tasks/import, 400"})
    void asksForABodyThatIsOffered(String operation, int status) throws IOException {
        var socket = send(head(alice, operation, "Expect: 100-continue", "Content-Length: " + BODY.length()));

        assertThat(line(socket)).isEqualTo("HTTP/1.1 100 Continue");
        assertThat(line(socket)).isEmpty();
        send(socket, BODY);
        assertThat(answer(socket)).startsWith("HTTP/1.1 " + status + " ");
    }

    @Test
    void answersRequestsOnOneConnectionInTheirOrder() throws IOException {
        var request = head(alice, "POST /tasks", "Content-Length: " + BODY.length()) + BODY;
        var empty = head(alice, "POST /tasks", "Content-Length: 0");
        var socket = send(request + empty + request + request);

        assertThat(answer(socket)).startsWith("HTTP/1.1 201 ");
        assertThat(answer(socket)).startsWith("HTTP/1.1 400 ").contains("validation-failed");
        assertThat(answer(socket)).startsWith("HTTP/1.1 201 ");
        assertThat(answer(socket)).startsWith("HTTP/1.1 201 ");
        alice.get("/tasks").body("", hasSize(3));
    }

    @Test
    void readsNothingThatIsCompressed() throws IOException {
        var compressed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(compressed)) {
            gzip.write(BODY.getBytes(StandardCharsets.US_ASCII));
        }

        alice.request()
                .contentType("application/json")
                .header("Content-Encoding", "gzip")
                .body(compressed.toByteArray())
                .post("/tasks")
                .then()
                .statusCode(400)
                .body("type", endsWith(":malformed-body"));
        alice.get("/tasks").body("", hasSize(0));
    }

    @Test
    @DisplayName("A17 a sender who closes the connection releases memory")
    void forgetsWhoHangsUp() throws IOException {
        var gone = send(head(alice, "POST /tasks", "Content-Length: 1000") + BODY);
        await().until(() -> inMemory() == BODY.length());

        gone.close();

        await().until(() -> inMemory() == 0);
    }

    @Test
    @DisplayName("A17 one user's bodies take no more memory than one of the maximum size")
    void keepsRoomForOthers() throws IOException {
        var large = 10 * MEBIBYTE;
        var first = send(head(alice, "POST /tasks/bulk", "Content-Length: " + (large + 1)) + " ".repeat(large));
        await().until(() -> inMemory() == large);

        var second = send(head(alice, "POST /tasks/bulk", "Content-Length: " + (large + 1)) + " ".repeat(large));
        assertThat(answer(second)).startsWith("HTTP/1.1 429 ").containsIgnoringCase("\r\nretry-after: ");
        bob.create("Bob's");
        alice.create("Alice's");

        send(first, " ");
        assertThat(answer(first)).startsWith("HTTP/1.1 400 ");
    }

    private static String head(TasksApi user, String operation, String... headers) {
        return operation + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + user.authorization()
                + "\r\nContent-Type: "
                + (operation.endsWith("import") ? "text/csv" : "application/json") + "\r\n"
                + String.join("\r\n", headers) + "\r\n\r\n";
    }

    private Socket send(String text) throws IOException {
        var socket = new Socket(address.getHost(), address.getPort());
        sockets.add(socket);
        socket.setSoTimeout(PATIENCE_IN_MILLISECONDS);
        send(socket, text);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Sends one byte after the other until there is a response. */
    private static String drip(Socket socket) throws IOException {
        socket.setSoTimeout(500);
        for (var i = 0; i < 2 * PATIENCE_IN_MILLISECONDS / 1_000; i++) {
            send(socket, "x");
            try {
                return (char) socket.getInputStream().read() + answer(socket);
            } catch (SocketTimeoutException e) {
                // not yet
            }
        }
        return "";
    }

    private static String line(Socket socket) throws IOException {
        var line = new StringBuilder();
        for (int next; (next = socket.getInputStream().read()) >= 0 && next != '\n'; ) {
            line.append((char) next);
        }
        return line.toString().stripTrailing();
    }

    /** Reads one response, and ignores what follows it. */
    private static String answer(Socket socket) throws IOException {
        var answer = new StringBuilder();
        for (String line; !(line = line(socket)).isEmpty(); ) {
            answer.append(line).append("\r\n");
        }
        var length = Pattern.compile("(?i)\r\ncontent-length: (\\d+)").matcher(answer);
        assertThat(length.find()).as(answer.toString()).isTrue();
        return answer
                + new String(
                        socket.getInputStream().readNBytes(Integer.parseInt(length.group(1))), StandardCharsets.UTF_8);
    }

    /** The bytes in memory, according to the metrics. */
    private static long inMemory() {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("taskmaster_bodies_bytes"))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }
}
