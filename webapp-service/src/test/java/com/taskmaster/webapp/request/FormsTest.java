package com.taskmaster.webapp.request;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import com.taskmaster.webapp.Browser;
import com.taskmaster.webapp.CapturedLog;
import com.taskmaster.webapp.WithBackingServices;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithBackingServices
class FormsTest {

    private static final int MIB = 1024 * 1024;

    /** More than the service has threads for pages. */
    private static final int MORE_THAN_THREADS = 300;

    private final Browser browser = new Browser();

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void refusesAFormThatIsLargerThanATaskCanBe() {
        browser.signIn("alice", "/login");

        form().cookie("q_session", browser.sessionCookie().getValue())
                .body("title=x&" + "notes=" + "x".repeat(100_000) + ("&tags=" + "x".repeat(100_000)).repeat(10))
                .post("/tasks")
                .then()
                .statusCode(413)
                .body(containsString("This is too large"), containsString("Go back in your browser"));
    }

    @Test
    @DisplayName("Without a known user, a form is read only up to the limit, even if its length is not declared")
    void refusesAnEndlessForm() throws Exception {
        var endless = BodyPublishers.fromPublisher(BodyPublishers.ofByteArrays(
                () -> Stream.generate(() -> "notes=%22&".repeat(MIB / 10).getBytes(StandardCharsets.US_ASCII))
                        .limit(10)
                        .iterator()));
        var request = HttpRequest.newBuilder(URI.create(Browser.WEBAPP + "/tasks"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(endless)
                .build();

        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).hasSizeLessThan(MIB).doesNotContain("&quot;");
    }

    @Test
    @DisplayName("Without a known user, no more of a form is shown again than a task can hold")
    void givesBackWhatATaskCanHold() {
        form().body("title=kept" + ("&tags=" + "x".repeat(100_000)).repeat(3))
                .post("/tasks")
                .then()
                .statusCode(401)
                .body(containsString("kept"));
        form().body("title=kept" + ("&tags=" + "x".repeat(100_000)).repeat(4))
                .post("/tasks")
                .then()
                .statusCode(401)
                .body(containsString("Please sign in again"), containsString("Go back in your browser"))
                .body(not(containsString("kept")));
    }

    @Test
    @DisplayName("a form announced with Expect: 100-continue is requested (RFC 9110 §10.1.1)")
    void asksForAFormThatIsOffered() throws IOException {
        try (var senders = new Senders()) {
            assertThat(senders.offer()).isEqualTo("HTTP/1.1 100 Continue");
        }
    }

    @Test
    @DisplayName("a form that breaks off is one line in the log, not a fault of the service")
    void tellsOfAFormThatBreaksOff() throws IOException {
        try (var log = new CapturedLog("com.taskmaster")) {
            try (var senders = new Senders()) {
                senders.begin(1);
                assertThat(senders.offer()).isNotEmpty();
            }
            await().untilAsserted(
                            () -> assertThat(log.lines()).anyMatch(line -> line.startsWith("A request was aborted: ")));
            assertThat(log.lines()).noneMatch(line -> line.contains("unexpectedly"));
        }
    }

    @Test
    @DisplayName("Slow senders, however many, delay no page and no form of others")
    void waitsForSlowSendersWithoutAThread() throws Exception {
        try (var senders = new Senders()) {
            for (var sender = 0; sender < MORE_THAN_THREADS; sender++) {
                senders.begin(1);
            }
            var page = HttpRequest.newBuilder(URI.create(Browser.WEBAPP + "/preferences"))
                    .timeout(Duration.ofSeconds(20))
                    .build();

            assertThat(HttpClient.newHttpClient()
                            .send(page, BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(200);
            assertThat(choose()).isEqualTo(303);
        }
    }

    @Test
    @DisplayName("Many concurrent forms that never end are refused until there is room again")
    void refusesWhatThereIsNoRoomFor() throws Exception {
        try (var senders = new Senders()) {
            await().until(() -> {
                senders.begin(MIB - 100);
                return choose("&other=" + "x".repeat(MIB / 4)) == 503;
            });
            assertThat(choose()).as("a form as forms are").isEqualTo(303);
        }
        await().until(() -> choose("&other=" + "x".repeat(MIB / 4)) == 303);
    }

    private static int choose() {
        return choose("");
    }

    private static int choose(String more) {
        return form().redirects()
                .follow(false)
                .body("theme=dark" + more)
                .post("/preferences")
                .statusCode();
    }

    private static RequestSpecification form() {
        return given().header("Sec-Fetch-Site", "same-origin").contentType("application/x-www-form-urlencoded");
    }

    /** Connections with forms that are never completed. */
    private static final class Senders implements AutoCloseable {

        private final List<Socket> sockets = new ArrayList<>();

        void begin(int bytes) throws IOException {
            var out = open("").getOutputStream();
            try {
                out.write("x".repeat(bytes).getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                // refused before its end
            }
        }

        /** @return the status line of the response before the form is sent */
        String offer() throws IOException {
            var socket = open("Expect: 100-continue\r\n");
            socket.setSoTimeout(10_000);
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }

        private Socket open(String header) throws IOException {
            var socket = new Socket("localhost", 8080);
            sockets.add(socket);
            socket.getOutputStream()
                    .write(("POST /preferences HTTP/1.1\r\nHost: localhost:8080\r\nSec-Fetch-Site: same-origin\r\n"
                                    + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + MIB
                                    + "\r\n"
                                    + header + "\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return socket;
        }

        @Override
        public void close() throws IOException {
            for (var socket : sockets) {
                socket.close();
            }
        }
    }
}
