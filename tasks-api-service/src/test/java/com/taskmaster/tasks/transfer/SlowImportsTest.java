package com.taskmaster.tasks.transfer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.taskmaster.tasks.TasksApi;
import com.taskmaster.tasks.WithBackingProcesses;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Files that arrive slowly, as from a phone on a train, or from an attacker. */
@QuarkusTest
@WithBackingProcesses
class SlowImportsTest {

    private static final String BEGIN = "title\r\nWater the";
    private static final String END = " plants\r\n";

    /** The maximum number of concurrent imports on an instance. */
    private static final int MOST = 3;

    private static final int PATIENCE_IN_MILLISECONDS = 30_000;

    @TestHTTPResource("/tasks/import")
    URI address;

    @Inject
    AgroalDataSource database;

    private final TasksApi alice = TasksApi.somebodyNew();
    private final TasksApi bob = TasksApi.somebodyNew();
    private final List<Socket> sockets = new ArrayList<>();

    @AfterEach
    void hangUp() throws IOException {
        for (var socket : sockets) {
            socket.close();
        }
    }

    @Test
    @DisplayName("A17 one user's slow imports occupy no database connection, and keep nobody waiting")
    void oneUserHoldsUpNobody() throws IOException {
        alice.get("/tasks").statusCode(200);
        var first = begin(alice);
        awaitUnderWay(1);
        var others = new ArrayList<Socket>();
        for (var i = 0;
                i
                        < 2
                                * database.getConfiguration()
                                        .connectionPoolConfiguration()
                                        .maxSize();
                i++) {
            others.add(begin(alice));
        }

        bob.get("/tasks").statusCode(200);
        assertThat(importOf(bob)).isEqualTo(200);
        for (var other : others) {
            assertThat(answer(other)).startsWith("HTTP/1.1 429 ").containsIgnoringCase("retry-after: ");
        }
        assertThat(end(first)).startsWith("HTTP/1.1 200 ").contains("\"imported\":1");
        alice.get("/tasks").body("title", hasSize(1));
        assertThat(importOf(alice)).isEqualTo(200);
    }

    @Test
    @DisplayName(
            "A17 beyond a few concurrent imports, the next is told to try again later, and other requests are served")
    void worksOnAFewAtOnce() throws IOException {
        var slow = new ArrayList<Socket>();
        for (var i = 0; i < MOST; i++) {
            slow.add(begin(TasksApi.somebodyNew()));
        }
        awaitUnderWay(MOST);

        bob.request()
                .contentType("text/csv")
                .body(BEGIN + END)
                .post("/tasks/import")
                .then()
                .statusCode(503)
                .header("Retry-After", equalTo("10"))
                .contentType("application/problem+json")
                .body("type", endsWith(":busy"));
        bob.get("/tasks").statusCode(200).body("", hasSize(0));

        for (var socket : slow) {
            assertThat(end(socket)).startsWith("HTTP/1.1 200 ").contains("\"imported\":1");
        }
        assertThat(importOf(bob)).isEqualTo(200);
    }

    @Test
    @DisplayName("A17 a sender who stops sending is disconnected, and makes room for the next")
    void givesUpWhoSendsNothing() throws IOException {
        var silent = begin(alice);
        awaitUnderWay(1);

        assertThat(silent.getInputStream().readAllBytes()).asString().doesNotContain("imported");
        awaitUnderWay(0);
        assertThat(importOf(alice)).isEqualTo(200);
        alice.get("/tasks").body("", hasSize(0));
    }

    @Test
    @DisplayName("A17 a sender who closes the connection allows the next import")
    void forgetsWhoHangsUp() throws IOException {
        var gone = begin(alice);
        awaitUnderWay(1);

        gone.close();

        awaitUnderWay(0);
        assertThat(importOf(alice)).isEqualTo(200);
        alice.get("/tasks").body("", hasSize(0));
    }

    /** Waits for this number of imports, according to the metrics. */
    private static void awaitUnderWay(int imports) {
        await().until(() -> given().get("/q/metrics")
                .asString()
                .lines()
                .anyMatch(line -> line.matches("taskmaster_imports(\\{.*})? " + imports + "\\.0")));
    }

    /** An import that stores nothing; returns its status. */
    private static int importOf(TasksApi user) {
        return user.request()
                .contentType("text/csv")
                .body(BEGIN + END)
                .post("/tasks/import?dryRun=true")
                .statusCode();
    }

    /** Sends the first half of an import. */
    private Socket begin(TasksApi user) throws IOException {
        var socket = new Socket(address.getHost(), address.getPort());
        sockets.add(socket);
        socket.setSoTimeout(PATIENCE_IN_MILLISECONDS);
        send(
                socket,
                "POST /tasks/import HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: "
                        + user.authorization() + "\r\nContent-Type: text/csv\r\nContent-Length: "
                        + (BEGIN.length() + END.length()) + "\r\n\r\n" + BEGIN);
        return socket;
    }

    private static String end(Socket socket) throws IOException {
        send(socket, END);
        return answer(socket);
    }

    /** Reads a complete response; the connection may stay open while the service still expects a body. */
    private static String answer(Socket socket) throws IOException {
        var answer = new StringBuilder();
        while (answer.indexOf("\r\n\r\n") < 0) {
            var next = socket.getInputStream().read();
            assertThat(next).as("more than %s", answer).isNotNegative();
            answer.append((char) next);
        }
        var length = Pattern.compile("(?i)\r\ncontent-length: (\\d+)").matcher(answer);
        assertThat(length.find()).as(answer.toString()).isTrue();
        return answer
                + new String(
                        socket.getInputStream().readNBytes(Integer.parseInt(length.group(1))), StandardCharsets.UTF_8);
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
